// Sources of rates in the reader's words. The shipped ones are kept in English; their few phrases have a French wording.
const PHRASES: readonly (readonly [RegExp, string])[] = [
  [/order of (\d{4})-(\d\d)-(\d\d)/g, 'arrêté du $3/$2/$1'],
  [/JO (\d{4})-(\d\d)-(\d\d)/g, 'JO du $3/$2/$1'],
  [/ECB change of (\d{4})-(\d\d)-(\d\d)/g, 'décision de la BCE du $3/$2/$1'],
  [/ECB decision, 0\.05 since (\d{4})-(\d\d)-(\d\d)/g, 'décision de la BCE, 0,05 depuis le $3/$2/$1'],
  [
    /ECB level 0\.00 between the published changes of 2016-03-16 and 2022-07-27/g,
    'BCE à 0,00 entre les décisions du 16/03/2016 et du 27/07/2022',
  ],
  [/as quoted/g, 'tel que cité'],
  [
    /individuals published; other cases inferred, one site prints 0\.88/g,
    'particuliers publié ; autres cas déduit, un site imprime 0,88',
  ],
  [/individuals published; other cases weakly sourced/g, 'particuliers publié ; autres cas peu sourcé'],
  [/\bpress\b/g, 'presse'],
];

/** A shipped source in French; what somebody typed here stays as it is. */
export const sourceWords = (
  source: string,
  { isShipped, language }: Readonly<{ isShipped: boolean; language: string }>,
) => (isShipped && language === 'fr' ? PHRASES.reduce((text, [from, to]) => text.replace(from, to), source) : source);
