import assert from 'node:assert/strict';
import { test } from 'node:test';
import { personIn } from '../../src/upkeep/personal-words.js';

/** What each is taken for, and words in which nobody is anybody. */
const aboutSomebody: Record<string, readonly string[]> = {
  'a Social Security number': [
    'Her SSN is 123-45-6789.',
    'SSN 123456789',
    'ssn: 123 45 6789 for the girl in the second room',
    'Her social security number is 123456789.',
    'Social Security # 123.45.6789 was asked of her.',
    'She gave them 123-45-6789 and they lost it.',
    'SSN#123456789, turned away.',
    'Su número de seguro social es 123456789.',
    'Seguro social: 123-45-6789',
  ],
  'an e-mail address of a person': [
    'Write to someone.nice@gmail.com instead.',
    'The new contact is rosa88@hotmail.com.',
    'Escriba a alguien@outlook.es mejor.',
  ],
  'a birthday': [
    'She was born on 3 May.',
    'Born in 2011, she cannot stay there.',
    'DOB 01/02/2010, was sent away.',
    'D.O.B: 2010-02-01',
    'Date of birth: 1 February 2010',
    'Her birthday is the 12th, she will be too old.',
    'Nació el 3 de mayo de 2010.',
    'Nacida en 2011, no la aceptaron.',
    'Fecha de nacimiento 03/05/2010',
  ],
  'somebody’s name': [
    'My name is Jane and I need a bed.',
    'Her name is Maria and she waits outside.',
    'his name is jordan',
    'Their name is Jordan Lopez, please call back.',
    'Me llamo Rosa y no contestan.',
    'Ella se llama María López.',
    'A 15 year old girl named Maria Lopez was turned away.',
    'A 15-year-old girl named Maria sleeps in the second room.',
    'a 15 year old girl named maria lopez needs a bed',
    'There is a girl named Maria Lopez in room 4.',
    'The boy called Jordan was hit by staff.',
    'A young pregnant woman named Ana came on Monday.',
    'A 16 yo named Jordan is in the front house.',
    'a runaway named Kayla stays there',
    'A girl, named Maria, is kept there.',
    'They have a minor who is called Maria Lopez.',
    'una niña de 15 años llamada María López',
    'Hay una niña llamada María López en la casa.',
    'Un niño de 9 años que se llama José está ahí.',
    'Una joven de nombre Ana Ruiz pidió ayuda.',
    'Una muchacha de 16 años, llamada Ana, duerme en el cuarto dos.',
    'Vive ahí una mujer llamada Lucía Pérez.',
  ],
  'somebody’s age': [
    'I am 16, please call me.',
    'i’m 17 and nobody answers',
    'She is only 14 and was sent home.',
    'He’s 15, they take girls alone.',
    'Maria Lopez, age 15',
    'Maria Lopez, aged 15, was turned away.',
    'Maria Lopez age 15 is staying in the second room.',
    'Maria Lopez (age 15) asked for a bed.',
    'Maria, age 15, was refused.',
    'Ask for Maria Lopez, 15 years old.',
    'Ana Maria Ruiz is 15 years old.',
    'Jordan Miller is a 16 year old boy there.',
    'Kayla Ann O’Brien, 16 yrs old, ran from there.',
    'Jordan Miller, 15 y/o, hides in the house.',
    'A 15 year old girl was turned away last night.',
    'The 15-year-old boy came back hurt.',
    'María López, de 15 años, está en la casa.',
    'María López, 15 años',
    'María López tiene 15 años y no la aceptaron.',
    'María, edad 15, duerme ahí.',
    'Maria Lopez, age 15 and pregnant, was turned away.',
    'Tengo 16 años y nadie contesta.',
    'Ella tiene 15 años y está sola.',
    'Él tiene solo 14 años.',
  ],
  'somebody of yours': [
    'My daughter was turned away there.',
    'My 15 year old daughter cannot stay there.',
    'The staff lost the papers of my client.',
    'my son called them on Monday',
    'Mi hija llamó y no la dejaron entrar.',
    'A mi hermano no lo aceptaron.',
  ],
};

const aboutPlaces = [
  // Whom it takes.
  'They take girls of 12 to 17 now, and their children.',
  'It serves youth age 15 to 17.',
  'Serves Youth, age 15 to 17, and no adults.',
  'For girls ages 12-17 and their babies.',
  'Residents must be 18 years old or older.',
  'A 17 year old may stay without a parent now.',
  'A 16-year-old girl can bring her baby.',
  'A 15 year old who is pregnant is taken at once.',
  'Takes 15 year olds since May.',
  'Children under 5 years old stay with their mother.',
  'Minimum age 18, maximum age 24.',
  'Hope House, age 18 and older.',
  'Lopez Center, ages 12 to 17.',
  'The Youth Program, age 16 to 21, has a waiting list.',
  'Girls, age 15, are taken too.',
  'Birch Center is 18 years old and has a new roof.',
  'Women’s Advocates, age 18+',
  'Minimum age is 16 years old.',
  'Also, age 15 is fine now.',
  'Northern Center for Girls, age 15 or 16.',
  'The house is for people born in another country too.',
  'They no longer ask for a date of birth.',
  'Bring a birth certificate, or what shows a birthday.',
  'A Social Security card is not needed.',
  'No SSN is asked any more; call 218-555-0100.',
  'SSN not needed. Line: 2185550100',
  'A girl and her mother may share a room.',
  // Names of staff and programs.
  'Ask for Maria at intake.',
  'Ask for Maria Lopez at the front desk.',
  'The director is Maria Lopez now, at extension 15.',
  'The nation’s contact is Ana Ruiz, Family Services, 218-555-0133.',
  'It is called Lopez Center since June.',
  'The program is named Hope House now.',
  'Their name is now Birch Center.',
  'Their name is Lopez Center, not Lopez House.',
  'A shelter for women called Clare House opened next door.',
  'El programa se llama Casa Esperanza ahora.',
  'Ahora se llama Centro López.',
  'Housing for a mother and child is at the Birch House.',
  // Phones, hours, fees, addresses.
  'The number is 218-555-0123 since May; intake@house.example answers.',
  'Text line: 218 555 0144, from 8 to 20.',
  'The fax 218.555.0100 is gone.',
  'Toll-free 1-800-555-0199 ext 15.',
  'Open 24/7; the office Mon-Fri 8:30-17:00.',
  'Open until 22:00 from 2026-12-01 on.',
  'It costs $15 a night, $1,250 a month for two rooms.',
  'The first 30 days cost nothing.',
  'The office moved to 12 Sample Street, Suite 15, Bemidji, MN 56601.',
  'ZIP is 55401-1234, not 55401.',
  'Second Avenue 15, Duluth, MN 55802',
  'EIN 41-0000000 of the organization.',
  'EIN 410000000',
  'License number 123456789 has run out.',
  'NPI 1234567893, Medicaid provider 123456789.',
  'It has 15 beds now: 4 for families, 11 for singles.',
  'Beds: 4-10-2 by house.',
  'The bus 15 stops there; a ride is 15 minutes.',
  'The website is https://house.example/15.',
  'I called on 3 May and nobody answered.',
  'A woman called and nobody answered.',
  'Somebody answers in Somali from 9 to 5.',
  // Spanish.
  'Se atiende en español de lunes a viernes.',
  'Aceptan niñas de 12 a 17 años.',
  'Atienden a jóvenes de 15 a 17 años y a sus hijos.',
  'Una joven de 17 años puede entrar sin sus padres.',
  'Para mujeres de 18 años o más.',
  'El programa tiene 15 años de servicio.',
  'Mayores de 18 años en la Casa Esperanza.',
  'Centro López, 18 años en adelante.',
  'No piden fecha de nacimiento ni seguro social.',
  'Pregunte por María en la recepción.',
  'Cuesta 15 dólares la noche; el teléfono es 218-555-0166.',
];

test('words about a person are turned down, and it is said what they hold', () => {
  const all = Object.values(aboutSomebody).flat();
  assert.ok(all.length >= 60, String(all.length));
  for (const [what, texts] of Object.entries(aboutSomebody))
    for (const words of texts) assert.equal(personIn(words), what, words);
});

test('ordinary corrections are not', () => {
  assert.ok(aboutPlaces.length >= 60, String(aboutPlaces.length));
  for (const words of aboutPlaces) assert.equal(personIn(words), null, words);
});

test('nothing that may be sent is looked at for long', () => {
  // Whatever nearly begins what is found: as often as two thousand letters hold it.
  for (const part of [
    'Aa ',
    'Aa Bb ',
    'a girl ',
    'the aa-',
    '1',
    '123-45-',
    'social security ',
    'born ',
    'Maria, age ',
  ]) {
    const words = part.repeat(Math.floor(2_000 / part.length));
    assert.equal(personIn(words), null, part);
  }
});
