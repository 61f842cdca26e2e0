/** A person is about to act. Cancel it to keep the kit from acting, for instance to ask first. */
export abstract class RequestEvent extends Event {
  constructor(type: string) {
    super(type, { bubbles: true, composed: true, cancelable: true });
  }
}
