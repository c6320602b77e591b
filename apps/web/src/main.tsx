// Entry of the staff application: the words first, then the screens.
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { readyWords } from './i18n/index.ts';

await readyWords();
const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
