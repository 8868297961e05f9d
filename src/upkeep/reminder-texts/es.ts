import type { ReminderTexts } from '../reminder-texts.js';

export const spanish: ReminderTexts = {
  subject: '¿Sigue siendo cierto?',
  greeting: 'Hola:',
  why:
    'De noche hay personas que confían en lo que dice el directorio. Por favor, revise lo que dice de ustedes, ' +
    'corrija lo que ya no sea así y confírmelo:',
  unnamed: 'Un servicio suyo que no se muestra a todos',
  due: (name, day) => `${name}: por confirmar hasta el ${day}`,
  wasDue: (name, day) => `${name}: debía confirmarse hasta el ${day}`,
  how: (address) =>
    `Entre en ${address}, o use el programa con el que mantiene al día su información. Lleva pocos minutos.`,
  otherwise:
    'Lo que no se confirma a tiempo se queda en el directorio. Ahí dice que está vencido, y aparece más abajo en las listas.',
  stop: (link) =>
    `Recibe este correo porque mantiene al día esta información. Si prefiere no recibir más correos como este: ${link}`,
};
