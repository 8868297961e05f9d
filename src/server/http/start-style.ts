import { baseStyle } from './base-style.js';

/** The style of the start page: one file, our own origin. */
export const startStyle = `${baseStyle}
header { padding-top: 3rem; }
.mark { margin: 0; }
h2 { margin: 2.5rem 0 .5rem; font-size: 1.375rem; }
h3 { margin: 0; font-size: 1.0625rem; }
a { color: var(--light); text-underline-offset: .15em; }
a:focus-visible, pre:focus-visible { outline: 3px solid var(--warm-line); outline-offset: 2px; }
.doors { display: grid; grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr)); gap: .75rem;
  padding: 0; list-style: none; }
.doors li { display: flex; flex-direction: column; padding: .75rem 1rem; background: var(--card);
  border: 1px solid var(--line); border-radius: .5rem; }
.doors span { color: var(--soft); font-size: .9375rem; }
.questions { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1rem; padding: 0; list-style: none; }
.questions li { padding: 1rem 1.25rem; background: var(--card); border: 1px solid var(--line);
  border-radius: .5rem; }
.questions p { margin: .125rem 0 .75rem; color: var(--soft); }
pre { margin: 0 0 .75rem; padding: .75rem 1rem; overflow-x: auto; background: var(--paper);
  border: 1px solid var(--line); border-radius: .375rem; font-size: .875rem; line-height: 1.5; }
code { font-family: ui-monospace, "Cascadia Mono", "Source Code Pro", Menlo, Consolas, monospace; }
.ask { display: inline-block; padding: .5rem 0; min-height: 2.75rem; }
`;
