// Entry of the staff application: the words first, then the screens.
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { readyWords } from './i18n/index.ts';

const root = document.getElementById('root');
void readyWords().then(() => {
  if (root) createRoot(root).render(<App />);
});
