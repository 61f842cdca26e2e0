import 'visavis/define';
import 'visavis/tokens.css';
import '../../shared/desk.css';
import { render } from 'solid-js/web';
import { App } from './App.js';

render(() => <App />, document.getElementById('root')!);
