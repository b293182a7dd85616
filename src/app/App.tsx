import { MantineProvider } from '@mantine/core';
import { useWorkspace } from '../state/workspace-store.ts';
import { theme } from '../ui/theme.ts';
import { CrashScreen } from './CrashScreen.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Shell } from './Shell.tsx';

/** The whole page: kit, theme and shell. */
export function App() {
  const colorScheme = useWorkspace((state) => state.theme);
  return (
    <MantineProvider theme={theme} forceColorScheme={colorScheme} withCssVariables={false} withGlobalClasses={false}>
      <ErrorBoundary fallback={(retry) => <CrashScreen onRetry={retry} />}>
        <Shell />
      </ErrorBoundary>
    </MantineProvider>
  );
}
