import 'visavis/define';
import 'visavis/tokens.css';
import '../../shared/desk.css';
import { mount } from 'svelte';
import App from './App.svelte';

mount(App, { target: document.getElementById('app')! });
