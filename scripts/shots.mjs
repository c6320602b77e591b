// The pictures of the README and the guide: where each is kept, which screen it shows, and what is done on it before.
const image = (name) => `docs/images/${name}.png`;

/** `path` is the screen's address in the demo portfolio; `before` acts on the page first. */
export const SHOTS = [
  { file: image('today-fr'), path: '/today' },
  { file: image('aged-balance-fr'), path: '/aged-balance' },
];
