/** Colours of the scene in one theme, CSS notation. */
export interface SceneTheme {
  sky: string;
  ground: string;
  /** Alpha = strength of the metric grid. */
  grid: string;
  roof: string;
  wall: string;
  /** What colours and textures of a source are multiplied with: they stay what they are, at night dimmed. */
  source: string;
  /** Window panes by day. */
  glass: string;
  selected: string;
  /** Edges of the selected building. */
  edge: string;
  hovered: string;
  labelText: string;
  labelHalo: string;
  /** Shift of sky brightness, −1 … 1. */
  skyBrightness: number;
  skySaturation: number;
}

const THEMES: Record<'light' | 'dark', SceneTheme> = {
  light: {
    sky: '#dfe7ee',
    ground: '#e6e7e2',
    grid: 'rgba(120, 132, 140, 0.2)',
    roof: '#d3cabe',
    wall: '#cdc5b9',
    source: '#f2f2f2',
    glass: '#7d8d9c',
    edge: '#ffffff',
    selected: '#0b7fd4',
    hovered: '#7cc0ee',
    labelText: '#20262e',
    labelHalo: '#ffffff',
    skyBrightness: 0.1,
    skySaturation: -0.25,
  },
  dark: {
    sky: '#12171d',
    ground: '#20262d',
    grid: 'rgba(150, 170, 185, 0.16)',
    roof: '#5b6672',
    wall: '#465059',
    source: '#98a0a8',
    glass: '#2b3540',
    edge: '#e6f6ff',
    selected: '#39b6ff',
    hovered: '#7fb3d0',
    labelText: '#f1f4f7',
    labelHalo: '#12171d',
    skyBrightness: -0.55,
    skySaturation: -0.4,
  },
};

/** Scene colours of a theme. */
export function sceneTheme(theme: 'light' | 'dark'): SceneTheme {
  return THEMES[theme];
}
