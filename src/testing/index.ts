export { drawnPicture, type DrawnPicture } from './drawn-picture.js';
export { type FakeConversation, fakeConversation, fakeItem } from './fake-conversation.js';
export { type FakeSession, fakeSession, type FakeState } from './fake-session.js';
export { provideSession } from './provide-session.js';
export { testDevices, type TestDevicesOptions } from './test-devices.js';
