// Starts the web.
import { render } from 'preact';
import { App } from './app.tsx';
import './styles/main.scss';

const root = document.getElementById('kitty');
if (root) render(<App />, root);
