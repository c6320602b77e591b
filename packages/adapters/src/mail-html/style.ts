// Style: the few colours and sizes of the e-mail, written inline because many clients drop style sheets.

export const FONT = "font-family:'Segoe UI',Helvetica,Arial,sans-serif";
export const INK = '#1b2330';
export const SOFT = '#5b6675';
export const LINE = '#dde2e9';
export const PAPER = '#ffffff';
export const GROUND = '#f3f5f8';
export const ACCENT = '#1f4e8c';
export const LATE = '#a3341f';

export const TEXT = `${FONT};font-size:16px;line-height:24px;color:${INK}`;
export const SMALL = `${FONT};font-size:13px;line-height:19px;color:${SOFT}`;

/** Clients that keep a style sheet get dark colours and a narrow layout; the others get the inline ones. */
export const HEAD_STYLE = `
:root{color-scheme:light dark;supported-color-schemes:light dark}
body{margin:0;padding:0}
table{border-collapse:collapse}
@media (max-width:480px){
.q-pad{padding-left:18px!important;padding-right:18px!important}
.q-stack{display:block!important;width:100%!important;box-sizing:border-box!important;padding-left:0!important;text-align:left!important}
.q-qr{padding-top:16px!important}
}
@media (prefers-color-scheme:dark){
.q-ground{background:#14181f!important}
.q-paper{background:#1d232d!important;border-color:#39414f!important}
.q-ink{color:#eef1f5!important}
.q-soft{color:#a9b3c1!important}
.q-line{border-color:#39414f!important}
.q-late{color:#ff9c86!important}
.q-panel{background:#252c38!important}
}`;
