// The compiler comes along into the page: no Angular CLI needed. A real app builds ahead of time.
import '@angular/compiler';
import 'visavis/define';
import 'visavis/tokens.css';
import '../../shared/desk.css';
import { bootstrapApplication } from '@angular/platform-browser';
import { AppComponent } from './app.component.js';

await bootstrapApplication(AppComponent);
