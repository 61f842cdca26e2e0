import { expect, test } from '../side.js';

declare global {
  interface Window {
    /** What the assertive region said, each time that it changed. */
    alerts: string[];
  }
}

test('a call that comes in is announced once, and disturbs nobody who types', async ({ pair }) => {
  const { agent, visitor } = pair;
  await agent.page.evaluate(() => {
    window.alerts = [];
    const region = document.querySelector('call-status')?.shadowRoot?.querySelector('[role=alert]');
    new MutationObserver(() => window.alerts.push(region?.textContent.trim() ?? '')).observe(
      region!,
      {
        childList: true,
        characterData: true,
        subtree: true,
      },
    );
  });
  const { keyboard } = agent.page;
  const field = agent.page.getByRole('textbox', { name: 'Message to Sam' });
  await field.focus();
  await keyboard.type('I was just ');
  const call = visitor.press('headset-button');
  await keyboard.type('going to say that it ', { delay: 10 });
  await call;
  await agent.reaches('incoming');
  await expect(agent.page.locator('call-prompt [part=prompt]')).toBeVisible();
  await keyboard.press('Enter');
  await keyboard.press('Space');
  await keyboard.type('rings');

  await expect(field).toBeFocused();
  await expect(field).toHaveValue(' rings');
  await expect(visitor.page.getByRole('log')).toContainText('I was just going to say that it');
  expect(await agent.phase(), 'Enter accepts nothing').toBe('incoming');
  expect(await agent.asked(), 'devices asked for').toEqual([]);
  expect(await agent.page.evaluate(() => window.alerts)).toEqual(['Sam is calling you']);
});
