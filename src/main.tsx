import './ui/mantine-styles.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { startWorkspace } from './app/start-workspace.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

startWorkspace();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
