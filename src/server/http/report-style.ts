import { baseStyle } from './base-style.js';

/** The style of the form behind a link: for a thumb, at the smallest width, by night. */
export const reportStyle = `${baseStyle}
:root { --fault: #a3210f; --done: #e3f3ea; --done-line: #1d7a4c; --field: #6b7d86; }
@media (prefers-color-scheme: dark) {
  :root { --fault: #ffb4a6; --done: #12301f; --done-line: #4fb683; --field: #8598a1; }
}
main { max-width: 34rem; padding-top: 1.5rem; overflow-wrap: anywhere; }
h1 { font-size: 1.625rem; }
.lead { margin: 0 0 1rem; }
.soft { margin: 0; color: var(--soft); font-size: 1rem; line-height: 1.45; }
.notice { margin: 1rem 0 1.25rem; }
.notice p { margin: 0; }
.notice ul { margin: .5rem 0; padding-left: 1.25rem; }
.done { border-left-color: var(--done-line); background: var(--done); }
fieldset { min-width: 0; margin: 0 0 1.25rem; padding: 1rem; background: var(--card);
  border: 1px solid var(--line); border-radius: .5rem; }
.changed { border: 2px solid var(--warm-line); }
legend { float: left; width: 100%; padding: 0; font-size: 1.25rem; font-weight: 600; line-height: 1.3; }
legend + * { clear: both; }
.asked { margin: 1rem 0; }
.asked > p:first-child, .asked > label { margin: 0; font-weight: 600; }
.fault { margin: .25rem 0; color: var(--fault); font-weight: 600; }
.choices { display: grid; grid-template-columns: 1fr 1fr; gap: .75rem; margin-top: .375rem; }
.choice { display: flex; align-items: center; gap: .75rem; min-height: 3rem; padding: .5rem .75rem;
  border: 1px solid var(--field); border-radius: .5rem; cursor: pointer; }
.choice:has(:checked) { border-color: var(--light); box-shadow: inset 0 0 0 1px var(--light); }
.choice input { flex: none; width: 1.375rem; height: 1.375rem; margin: 0; accent-color: var(--light); }
.number { display: flex; align-items: center; gap: .75rem; margin: .375rem 0; }
.number input { width: 6rem; min-height: 3rem; padding: .25rem .75rem; border: 1px solid var(--field);
  border-radius: .5rem; background: var(--paper); color: var(--ink); font: inherit; font-size: 1.25rem; }
.number input[aria-invalid] { border: 2px solid var(--fault); }
button { width: 100%; min-height: 3.5rem; margin: 0 0 1rem; padding: .5rem 1rem; border: 0; border-radius: .5rem;
  background: var(--light); color: var(--paper); font: inherit; font-size: 1.1875rem; font-weight: 600; cursor: pointer; }
input:focus-visible, button:focus-visible, .notice:focus-visible {
  outline: 3px solid var(--light); outline-offset: 2px; }
`;
