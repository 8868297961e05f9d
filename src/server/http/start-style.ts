/** The style of the start page: one file, our own origin, light and dark, readable on a phone. */
export const startStyle = `
:root { color-scheme: light dark; --ink: #14232b; --soft: #4a5d68; --paper: #fbfaf7; --card: #fff;
  --line: #dcdfe0; --light: #0b6275; --warm: #fff4d6; --warm-line: #d9a520; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e9eef0; --soft: #a9b8bf; --paper: #0f191e; --card: #16242b; --line: #2c3d46;
    --light: #7fd0e2; --warm: #33290f; --warm-line: #b98d1c; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
header, main { max-width: 46rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 3rem; }
main { padding-bottom: 4rem; }
.mark { margin: 0; }
h1 { margin: .25rem 0; font-size: 2.25rem; line-height: 1.15; letter-spacing: -.02em; }
h2 { margin: 2.5rem 0 .5rem; font-size: 1.375rem; }
h3 { margin: 0; font-size: 1.0625rem; }
.lead { margin-top: .25rem; font-size: 1.1875rem; color: var(--soft); }
.notice { padding: .75rem 1rem; border-left: .25rem solid var(--warm-line); background: var(--warm);
  border-radius: .25rem; }
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
