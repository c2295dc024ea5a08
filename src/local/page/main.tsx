import { createRoot } from 'react-dom/client';
import 'slack-blocks-to-jsx/dist/style.css';
import 'adaptivecards/dist/adaptivecards.css';
import './base.css';
import './chat.css';
import './layout.css';
import './modal.css';
import './cards.css';
import './slack.css';
import './teams.css';
import './panels.css';
import './narrow.css';
import { App } from './App';

const root = document.getElementById('page');
if (root) createRoot(root).render(<App />);
