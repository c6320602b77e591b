// App: what every screen stands in: theme, language, memory of answers, toasts, router.
import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import '@mantine/notifications/styles.css';
import './screens.css';
import { MantineProvider } from '@mantine/core';
import { LanguageProvider } from '@quittance/ui/language';
import { cssVariables, theme } from '@quittance/ui/tokens';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { queryClient } from '../api/index.ts';
import { useWords } from '../i18n/index.ts';
import { router } from './router.tsx';
import { ToastPlace } from './toast-place.tsx';

/** The whole application. */
export function App() {
  const { language } = useWords();
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <LanguageProvider language={language}>
        <QueryClientProvider client={queryClient}>
          <ToastPlace />
          <RouterProvider router={router} />
        </QueryClientProvider>
      </LanguageProvider>
    </MantineProvider>
  );
}
