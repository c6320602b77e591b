// Theme: the design tokens as the component library reads them. One accent colour, a system font, quiet surfaces.
import { createTheme, type MantineColorsTuple, rem } from '@mantine/core';

/** The accent, from the lightest tint to the darkest shade: a petrol blue with at least 4.5:1 on white from the seventh shade. */
export const ACCENT: MantineColorsTuple = [
  '#e9f5f6',
  '#d3e8ea',
  '#a6d0d4',
  '#77b6bd',
  '#4d9ea8',
  '#2f8793',
  '#1c7481',
  '#12626e',
  '#0c515c',
  '#073f48',
];

/** System fonts only: nothing is fetched from elsewhere. */
export const FONT_STACK =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", "Helvetica Neue", Arial, sans-serif';

const quiet = { defaultProps: { radius: 'md' } };

/** The theme of every screen, light and dark. */
export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 7 },
  colors: {
    accent: ACCENT,
    dark: [
      '#d5d9de',
      '#b4bac2',
      '#959da7',
      '#6b747f',
      '#4a525c',
      '#363d46',
      '#2a3038',
      '#1d2229',
      '#161a20',
      '#101318',
    ],
  },
  fontFamily: FONT_STACK,
  headings: {
    fontFamily: FONT_STACK,
    fontWeight: '600',
    sizes: { h1: { fontSize: rem(24) }, h2: { fontSize: rem(18) } },
  },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Paper: quiet,
    // Opened, a menu gives the keyboard to its first entry: the empty place Mantine holds for it is no child a menu may have.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
    Modal: { defaultProps: { radius: 'md', overlayProps: { backgroundOpacity: 0.35 } } },
    Drawer: { defaultProps: { overlayProps: { backgroundOpacity: 0.25 } } },
    Tooltip: { defaultProps: { events: { hover: true, focus: true, touch: false }, multiline: true, maw: 320 } },
  },
});
