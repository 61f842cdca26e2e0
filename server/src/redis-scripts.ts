import { createHash } from 'node:crypto';

// What is in Redis, all of a session under one hash tag. Times and epochs are in microseconds, by Redis' clock:
//   v:{sid}:p       a hash of id → `node epoch party until`: who has the place, and for how long unless kept
//   v:{sid}:q:<id>  a list of messages for who is not there
//   v:{sid}:end     the session is over; the ids that were in it
// Every node hears its own channel, v:n:<node>, and one that all hear. A message there is lines:
//   M sid id epoch message · K sid id epoch (somebody else has the place) · E sid ids · P redis-time

export interface Script {
  readonly sha: string;
  readonly text: string;
}

export const channelOf = (node: string): string => `v:n:${node}`;
export const placesKey = (sid: string): string => `v:{${sid}}:p`;
export const queueKey = (sid: string, id: string): string => `v:{${sid}}:q:${id}`;
export const endKey = (sid: string): string => `v:{${sid}}:end`;

/** A script as it is loaded, and the name that it is run by. */
export const script = (text: string): Script => ({
  sha: createHash('sha1').update(text).digest('hex'),
  text,
});

const now = `
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
`;

// A Redis that was frozen still runs what was sent to it before, however late: by then it is somebody else's turn.
export const inTime = `${now}
if now > tonumber(ARGV[1]) then return { 'late' } end
`;

const entry = `
local function entry(id)
  local value = redis.call('HGET', KEYS[1], id)
  if not value then return end
  local node, epoch, party, till = value:match('^(%S+) (%d+) (%S+) (%d+)$')
  if tonumber(till) >= now then return node, tonumber(epoch), party end
end
local function number(value) return string.format('%.0f', value) end
`;

// Once for whoever claims a place and whoever keeps it: written down, the one before told, what waits handed over.
const take = `
local function take(id, node, epoch, party, stay, sid, former)
  redis.call('HSET', KEYS[1], id, table.concat({ node, number(epoch), party, number(now + stay * 1000) }, ' '))
  redis.call('PEXPIRE', KEYS[1], stay)
  if former and former ~= node then
    redis.call('PUBLISH', 'v:n:' .. former, table.concat({ 'K', sid, id, number(epoch) }, '\\n'))
  end
  local waiting = redis.call('LRANGE', KEYS[2], 0, -1)
  redis.call('DEL', KEYS[2])
  return waiting
end
`;

/** KEYS places, queue, end; ARGV in time, sid, id, node, party, milliseconds to stay. A valid ticket always wins. */
export const claim = script(`${inTime}${entry}${take}
local ids = redis.call('GET', KEYS[3])
if ids then return { 'ended', ids } end
local sid, id, node, party, stay = ARGV[2], ARGV[3], ARGV[4], ARGV[5], tonumber(ARGV[6])
local former, old, other = entry(id)
if former and other ~= party then return { 'party' } end
local epoch = math.max(now, (old or 0) + 1)
return { 'given', number(epoch), take(id, node, epoch, party, stay, sid, former) }
`);

/** As claim, and the epoch: writes it anew where it is missing, and tells when the place is somebody else's. */
export const keep = script(`${inTime}${entry}${take}
local ids = redis.call('GET', KEYS[3])
if ids then return { 'ended', ids } end
local sid, id, node, party, stay, epoch = ARGV[2], ARGV[3], ARGV[4], ARGV[5], tonumber(ARGV[6]), tonumber(ARGV[7])
local former, other = entry(id)
if former and (other > epoch or (other == epoch and former ~= node)) then return { 'lost' } end
return { 'kept', take(id, node, epoch, party, stay, sid, former) }
`);

/** KEYS places; ARGV id, node, epoch. */
export const leave = script(`
local mine = ARGV[2] .. ' ' .. ARGV[3] .. ' '
local value = redis.call('HGET', KEYS[1], ARGV[1])
if value and value:sub(1, #mine) == mine then redis.call('HDEL', KEYS[1], ARGV[1]) end
return { 'left' }
`);

/**
 * KEYS places, queue; ARGV in time, sid, id, node, the epoch under which nobody is at this node, whether it may
 * wait, milliseconds that it waits, message. What is for the asking node itself is left to it.
 */
export const route = script(`${inTime}${entry}
local sid, id, node, message = ARGV[2], ARGV[3], ARGV[4], ARGV[8]
local holder, epoch = entry(id)
if holder == node and number(epoch) == ARGV[5] then
  redis.call('HDEL', KEYS[1], id)
  holder = nil
end
-- What waits already goes first: its holder is about to come for it.
if holder and redis.call('EXISTS', KEYS[2]) == 0 then
  if holder == node then return { 'yours', number(epoch) } end
  local letter = table.concat({ 'M', sid, id, number(epoch), message }, '\\n')
  -- Nobody hears it: that node is dead, or was cut off.
  if redis.call('PUBLISH', 'v:n:' .. holder, letter) > 0 then return { 'sent' } end
end
if ARGV[6] == '0' then return { 'dropped' } end
redis.call('RPUSH', KEYS[2], message)
redis.call('PEXPIRE', KEYS[2], ARGV[7])
return { 'waiting' }
`);

/** KEYS queue; ARGV messages. Whoever takes them first has them: a claim, or this. */
export const expire = script(`
local removed = 0
for _, message in ipairs(ARGV) do removed = removed + redis.call('LREM', KEYS[1], 1, message) end
return { 'expired', removed }
`);

/** KEYS places, end; ARGV the channel of all, sid, ids that are known of, milliseconds that it is kept. */
export const end = script(`${now}${entry}
local was = redis.call('GET', KEYS[2])
if was then return { 'ended', was } end
local ids = {}
for id in ARGV[3]:gmatch('[^,]+') do ids[id] = true end
for _, id in ipairs(redis.call('HKEYS', KEYS[1])) do
  if entry(id) then ids[id] = true end
end
local all = {}
for id in pairs(ids) do all[#all + 1] = id end
local text = table.concat(all, ',')
redis.call('SET', KEYS[2], text, 'PX', ARGV[4])
redis.call('DEL', KEYS[1])
redis.call('PUBLISH', ARGV[1], table.concat({ 'E', ARGV[2], text }, '\\n'))
return { 'ended', text }
`);

/** ARGV a channel: there and back, by both connections. */
export const pulse = script(`${now}
redis.call('PUBLISH', ARGV[1], 'P\\n' .. string.format('%.0f', now))
return { 'beat' }
`);

export const scripts: readonly Script[] = [claim, keep, leave, route, expire, end, pulse];
