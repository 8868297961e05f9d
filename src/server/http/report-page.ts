import { availabilityOf, bedsIn } from '../../housing/index.js';
import type { TextLanguage } from '../../kernel/index.js';
import type { FormUnit, ReportForm } from '../../upkeep/index.js';
import { escape, sheetOf } from './page.js';
import {
  asReported,
  BEDS_MAX,
  fieldOf,
  shownOf,
  type Faults,
  type Field,
  type Filled,
  type Typed,
} from './report-form.js';
import { reportStyle } from './report-style.js';
import { reportWords, type ReportWords, type Said } from './report-words.js';

export const reportSheet = sheetOf(reportStyle);

/** Why the form is shown: to be filled, to be mended, because something was reported meanwhile, or since it was reported. */
export type Shown =
  | { as: 'OPENED' }
  | { as: 'REPORTED' }
  | { as: 'FAULTY'; filled: Filled; isChanged: boolean }
  | { as: 'CHANGED'; filled: Filled; isChanged: true };

interface Telling {
  words: ReportWords;
  language: TextLanguage;
  now: Date;
}

const MINUTE_MS = 60_000;
const HOUR_MINUTES = 60;
const DAY_HOURS = 24;

/** How long ago a moment was, in the largest unit that leaves no more than two days of hours. */
function ago(at: string, { words, language, now }: Telling): string {
  const minutes = Math.floor((now.getTime() - Date.parse(at)) / MINUTE_MS);
  if (minutes < 1) return words.justNow;
  const hours = Math.floor(minutes / HOUR_MINUTES);
  const relative = new Intl.RelativeTimeFormat(language);
  if (hours < 1) return relative.format(-minutes, 'minute');
  if (hours < 2 * DAY_HOURS) return relative.format(-hours, 'hour');
  return relative.format(-Math.floor(hours / DAY_HOURS), 'day');
}

function lasting(from: string, to: string, language: TextLanguage): string {
  const hours = Math.round((Date.parse(to) - Date.parse(from)) / (MINUTE_MS * HOUR_MINUTES));
  const [many, unit] =
    hours <= 2 * DAY_HOURS ? [hours, 'hour'] : [Math.round(hours / DAY_HOURS), 'day'];
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(many);
}

/** A whole page. Its title names no house: browsers keep it, and so does whoever shows a link before it is opened. */
export const pageOf = (language: TextLanguage, title: string, main: string) => `<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${escape(title)} · Harborlight</title>
    <link rel="stylesheet" href="${reportSheet.href}">
    <link rel="icon" href="/icon.svg" type="image/svg+xml">
  </head>
  <body>
    <main>
${main}
    </main>
  </body>
</html>
`;

/** A page that says one thing. */
export function saidPage({ title, words }: Said, language: TextLanguage): string {
  const paragraphs = words.map((text) => `      <p>${escape(text)}</p>`).join('\n');
  return pageOf(language, title, `      <h1>${escape(title)}</h1>\n${paragraphs}`);
}

/** The one form of a link. */
export function formPage(
  form: ReportForm,
  shown: Shown,
  { language, now }: Omit<Telling, 'words'>,
): string {
  const words = reportWords[language];
  const telling = { words, language, now };
  const filled = 'filled' in shown ? shown.filled : null;
  const firstFaulty = form.units.find(({ id }) => filled?.faults.has(id))?.id;
  const units = form.units.map((unit, index) =>
    unitFields(
      {
        unit,
        name: nameIn(words, unit, index),
        at: `unit${index + 1}`,
        typed: filled?.typed.get(unit.id) ?? asReported(unit),
        faults: filled?.faults.get(unit.id) ?? {},
        isFirst: unit.id === firstFaulty,
        isChanged: !!filled && filled.typed.get(unit.id)?.shown !== shownOf(unit),
      },
      telling,
    ),
  );
  return pageOf(
    language,
    words.title,
    `      <h1>${escape(form.name ?? words.house)}</h1>
${noticeOf(form, shown, telling)}
      <form method="post" autocomplete="off" novalidate>
        ${units.join('\n        ')}
        <button>${words.send}</button>
      </form>
      <p class="soft">${words.keep}</p>`,
  );
}

/** What a unit is called; its number where its name is not shown. */
const nameIn = (words: ReportWords, { name }: FormUnit, index: number): string =>
  name ?? words.unit(index + 1);

/** What is said above the form. */
function noticeOf({ units }: ReportForm, shown: Shown, telling: Telling): string {
  const { words } = telling;
  if (shown.as === 'OPENED') return `      <p class="lead">${words.lead}</p>`;
  if (shown.as === 'REPORTED') return reported(units, telling);
  const texts = [
    ...(shown.as === 'FAULTY' ? [words.faulty] : []),
    ...(shown.isChanged ? [words.changed] : []),
  ];
  // Where a field is at fault, that is where to begin.
  const focus = shown.as === 'FAULTY' ? '' : ' tabindex="-1" autofocus';
  return texts.map((text) => `      <p class="notice" role="alert"${focus}>${text}</p>`).join('\n');
}

/** What the directory says of each unit from now on, and for how long. */
function reported(units: readonly FormUnit[], { words, language, now }: Telling): string {
  const told = units.map((unit, index) => {
    const { state, bedsOpen } = availabilityOf(unit, now);
    const isOpen = state === 'OPEN' && bedsOpen !== null;
    const beds = isOpen ? [words.bedsFree(bedsOpen, bedsIn(unit))] : [];
    return `<li><strong>${escape(nameIn(words, unit, index))}</strong>: ${[words.states[state], ...beds].join(', ')}</li>`;
  });
  const report = units[0]?.report;
  const time = report ? lasting(report.reportedAt, report.goodUntil, language) : '';
  return `      <div class="notice done" role="status" tabindex="-1" autofocus>
        <p><strong>${words.done}</strong></p>
        <ul>${told.join('')}</ul>
        <p>${words.holds(time)}</p>
      </div>
      <p class="lead">${words.again}</p>`;
}

/** The fields of one unit, and how they stand. */
interface Fields {
  unit: FormUnit;
  name: string;
  /** Begins the ids of its parts in the page. */
  at: string;
  typed: Typed;
  faults: Faults;
  /** Whether it is the first with a fault: there whoever sends it again begins. */
  isFirst: boolean;
  /** Whether something was reported of it since the page was opened. */
  isChanged: boolean;
}

const nameOf = ({ unit }: Fields, field: Field) => `name="${escape(fieldOf(unit.id, field))}"`;

const faultAt = (at: string, field: 'accepting' | 'beds', text: string) =>
  `<p class="fault" id="${at}-${field}-fault">${text}</p>`;

function unitFields(fields: Fields, telling: Telling): string {
  const { unit, name, at, typed, isChanged } = fields;
  const { words } = telling;
  return `<fieldset${isChanged ? ' class="changed"' : ''}>
          <legend>${escape(name)}</legend>
          ${isChanged ? `<p class="fault">${words.changedSince}</p>` : ''}
          <p class="soft" id="${at}-last">${lastSaid(unit, telling)}</p>
          ${acceptingField(fields, words)}
          ${bedsField(fields, words)}
          <label class="choice"><input type="checkbox" ${nameOf(fields, 'waitlist')} value="yes"${
            typed.waitlist ? ' checked' : ''
          }> ${words.hasWaitlist}</label>
          <input type="hidden" ${nameOf(fields, 'shown')} value="${escape(shownOf(unit))}">
        </fieldset>`;
}

function acceptingField(fields: Fields, words: ReportWords): string {
  const { at, typed, faults, isFirst } = fields;
  const choice = (value: 'yes' | 'no', focus = '') =>
    `<label class="choice"><input type="radio" ${nameOf(fields, 'accepting')} value="${value}"${
      typed.accepting === value ? ' checked' : ''
    }${focus}> ${words[value]}</label>`;
  const asked = `class="asked" role="radiogroup" aria-labelledby="${at}-asked"`;
  const choices = (focus = '') =>
    `<div class="choices">${choice('yes', focus)}${choice('no')}</div>`;
  if (!faults.accepting) {
    return `<div ${asked}><p id="${at}-asked">${words.isTaking}</p>${choices()}</div>`;
  }
  return `<div ${asked} aria-invalid="true" aria-describedby="${at}-accepting-fault">
            <p id="${at}-asked">${words.isTaking}</p>
            ${faultAt(at, 'accepting', words.chooseOne)}
            ${choices(isFirst ? ' autofocus' : '')}
          </div>`;
}

function bedsField(fields: Fields, words: ReportWords): string {
  const { unit, at, typed, faults, isFirst } = fields;
  const total = bedsIn(unit);
  const isFaulty = faults.beds !== undefined;
  const text = faults.beds === 'TOO_MANY' ? words.tooMany(total ?? BEDS_MAX) : words.wholeNumber;
  const described = [
    ...(total === null ? [] : [`${at}-total`]),
    `${at}-beds-hint`,
    ...(isFaulty ? [`${at}-beds-fault`] : []),
  ];
  const begins = isFirst && isFaulty && !faults.accepting;
  return `<div class="asked">
            <label for="${at}-beds">${words.beds}</label>
            ${isFaulty ? faultAt(at, 'beds', text) : ''}
            <p class="number"><input id="${at}-beds" ${nameOf(fields, 'beds')} inputmode="numeric"
              value="${escape(typed.beds)}" aria-describedby="${described.join(' ')}"${
                isFaulty ? ' aria-invalid="true"' : ''
              }${begins ? ' autofocus' : ''}>
              ${total === null ? '' : `<span id="${at}-total">${words.ofTotal(total)}</span>`}</p>
            <p class="soft" id="${at}-beds-hint">${words.bedsHint}</p>
          </div>`;
}

function lastSaid(unit: FormUnit, telling: Telling): string {
  const { words } = telling;
  const { report } = unit;
  if (!report) return words.never;
  const said = [
    report.accepting ? words.taking : words.takingNobody,
    ...(report.bedsOpen === null ? [] : [words.bedsFree(report.bedsOpen, bedsIn(unit))]),
    ...(report.waitlist ? [words.waitlist] : []),
  ].join(', ');
  const time = `<time datetime="${escape(report.reportedAt)}">${ago(report.reportedAt, telling)}</time>`;
  return words.lastSaid(time, said);
}
