/** What all pages have in common: light and dark, readable on a phone. */
export const baseStyle = `
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
main { padding-bottom: 4rem; }
h1 { margin: .25rem 0; font-size: 2.25rem; line-height: 1.15; letter-spacing: -.02em; }
.lead { margin-top: .25rem; font-size: 1.1875rem; color: var(--soft); }
.notice { padding: .75rem 1rem; border-left: .25rem solid var(--warm-line); background: var(--warm);
  border-radius: .25rem; }
`;
