import { createRoot } from 'react-dom/client';
import 'slack-blocks-to-jsx/dist/style.css';
import 'adaptivecards/dist/adaptivecards.css';
import './page.css';
import { App } from './App';

const root = document.getElementById('page');
if (root) createRoot(root).render(<App />);
