import { expect, talk as inCall, test } from './side.js';
import { faultyPair, picture } from './talk.js';

test('a visitor talks, shows a picture, is called, loses the network, reloads, and finds everything as it was', async ({
  browser,
}) => {
  const { agent, visitor } = await faultyPair(browser);
  const [a, v] = [agent.side, visitor.side];

  await visitor.write('My printer shows a red light.');
  await visitor.attach(picture('red-light.png', 64));
  await visitor.write('This one.');
  await agent.reads('This one.');
  await expect(agent.log.locator('img')).toBeVisible();

  await inCall(a, v);
  await Promise.all([a.hears(), v.hears()]);
  await a.press('hangup-button');
  await v.reaches('idle');

  await v.page.evaluate(() => window.cutOff(true));
  await visitor.write('Are you there?');
  await visitor.reads('Sends when you are back');
  await agent.write('I will send you a new one.');
  await v.page.evaluate(() => window.cutOff(false));
  await visitor.reads('I will send you a new one.');
  await agent.reads('Are you there?');

  const { texts } = await agent.told();
  expect([...texts].sort()).toEqual(
    [
      'My printer shows a red light.',
      'red-light.png',
      'This one.',
      'started',
      'ended',
      'Are you there?',
      'I will send you a new one.',
    ].sort(),
  );
  await visitor.has(...texts);
  await visitor.field.fill('Thank y');
  await v.page.reload();

  await visitor.has(...texts);
  await expect(visitor.field).toHaveValue('Thank y');
  await expect(visitor.log.locator('img')).toBeVisible();
  await visitor.reads(/^Call ended/);
  await visitor.field.pressSequentially('ou');
  await visitor.field.press('Enter');
  await agent.reads('Thank you');
  await agent.has(...texts, 'Thank you');
  expect([a.errors, v.errors]).toEqual([[], []]);
});
