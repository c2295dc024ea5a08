import { createRoot } from 'react-dom/client';
import 'slack-blocks-to-jsx/dist/style.css';
import 'adaptivecards/dist/adaptivecards.css';
import './style/base.css';
import './style/top.css';
import './style/client.css';
import './style/messages.css';
import './style/thread.css';
import './style/tour.css';
import './style/drawer.css';
import './style/forms.css';
import './style/cards.css';
import './style/narrow.css';
import { App } from './App';

const root = document.getElementById('page');
if (root) createRoot(root).render(<App />);
