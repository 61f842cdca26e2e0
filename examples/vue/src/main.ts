import 'visavis/define';
import 'visavis/tokens.css';
import '../../shared/desk.css';
import { createApp } from 'vue';
import App from './App.vue';

createApp(App).mount('#app');
