import {
  Component,
  computed,
  CUSTOM_ELEMENTS_SCHEMA,
  type ElementRef,
  signal,
  ViewChild,
} from '@angular/core';
import type {
  CallChangeEvent,
  CallError,
  CallErrorEvent,
  CameraChangeEvent,
  ChatSession,
} from 'visavis';
import { chat } from '../../shared/chat.js';

@Component({
  selector: 'app-root',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <main class="desk">
      <fieldset>
        <legend>Angular</legend>
        <label>
          <input type="checkbox" [checked]="voip()" (change)="voip.set(!voip())" /> Calls
        </label>
        <label>
          <input type="checkbox" [checked]="video()" (change)="video.set(!video())" /> Video
        </label>
        <label>
          Their name
          <input #name type="text" [value]="remoteName()" (input)="remoteName.set(name.value)" />
        </label>
        <button (click)="startCall()">Call</button>
        <button (click)="hangUp()">Hang up</button>
        <button (click)="addMessage()">New message</button>
        <button (click)="swapped.set(!swapped())">Swap panels</button>
        <button (click)="open.set(!open())">{{ open() ? 'Close chat' : 'Open chat' }}</button>
      </fieldset>
      <div class="panels">
        @for (panel of panels(); track panel) {
          @if (panel === 'chat') {
            <section class="panel" aria-label="Chat">
              @if (open()) {
                <chat-session
                  #session
                  [party]="chat.party"
                  [partyName]="chat.partyName"
                  [remoteName]="remoteName()"
                  [server]="chat.server"
                  [peerId]="chat.peerId"
                  [remoteId]="chat.remoteId"
                  [voip]="voip()"
                  [video]="video()"
                  [iceServers]="chat.iceServers"
                  [devices]="chat.devices"
                  (call-change)="tellCall($event)"
                  (camera-change)="tellCamera($event)"
                  (call-error)="tellError($event)"
                >
                  <header>
                    <h1>{{ remoteName() }}</h1>
                    <headset-button />
                  </header>
                  <div class="call">
                    <call-status />
                    <call-prompt />
                    <call-stage><self-view-pip /></call-stage>
                    <div class="call-controls">
                      <mic-toggle />
                      <video-toggle />
                      <hangup-button show-label />
                    </div>
                  </div>
                  <ol class="conversation">
                    @for (text of messages(); track $index) {
                      <li>{{ text }}</li>
                    }
                  </ol>
                </chat-session>
              } @else {
                <p>The chat is closed.</p>
              }
            </section>
          } @else {
            <section class="panel" aria-label="Events">
              <header><h2>Events</h2></header>
              <ol>
                @for (line of events(); track $index) {
                  <li>{{ line }}</li>
                }
              </ol>
            </section>
          }
        }
      </div>
    </main>
  `,
})
export class AppComponent {
  // Not `viewChild()`: signal queries need the ahead-of-time compiler.
  @ViewChild('session') session?: ElementRef<ChatSession>;

  readonly chat = chat;
  readonly open = signal(true);
  readonly voip = signal(true);
  readonly video = signal(true);
  readonly remoteName = signal(chat.remoteName);
  readonly messages = signal(chat.messages);
  readonly swapped = signal(false);
  readonly events = signal<readonly string[]>([]);
  readonly panels = computed(() => (this.swapped() ? ['events', 'chat'] : ['chat', 'events']));

  startCall() {
    this.session?.nativeElement.startCall().catch(this.refused);
  }

  hangUp() {
    this.session?.nativeElement.hangUp().catch(this.refused);
  }

  addMessage() {
    this.messages.update((messages) => [...messages, 'Are you there?']);
  }

  tellCall({ previous, phase }: CallChangeEvent) {
    this.tell(`call: ${previous} → ${phase}`);
  }

  tellCamera({ who, on }: CameraChangeEvent) {
    this.tell(`camera: ${who} ${on ? 'on' : 'off'}`);
  }

  tellError({ code }: CallErrorEvent) {
    this.tell(`error: ${code}`);
  }

  private readonly refused = ({ code }: CallError) => this.tell(`refused: ${code}`);

  private tell(line: string) {
    this.events.update((lines) => [...lines, line]);
  }
}
