import { createTheme, type MantineColorsTuple } from '@mantine/core';

const city: MantineColorsTuple = [
  '#e8f4f5',
  '#d0e6e8',
  '#a2ccd1',
  '#71b2ba',
  '#489ba5',
  '#2b8894',
  '#16717d',
  '#0f5f6a',
  '#0b4c55',
  '#073a41',
];

/** The kit's settings; the colours' CSS variables are written out in tokens.css because the policy forbids injected styles. */
export const theme = createTheme({
  colors: { city },
  primaryColor: 'city',
  fontFamily: 'var(--font)',
  cursorType: 'pointer',
  respectReducedMotion: true,
});
