import { inTime, script } from './redis-scripts.js';

// What is in Redis of the waiting room, under one hash tag that no session can have. Times are in microseconds:
//   v:{waiting room}:agents   a hash of agent → how many chats it takes
//   …:served                  a sorted set of agents, by when they were heard of
//   …:queue, …:asked          sorted sets of visits: by since when they wait, by when they asked last
//   …:origins, …:counts       hashes of visit → where it is from, and of that → how many are from there, chats too
//   …:chats, …:kept           a hash of sid → chat in JSON, and a sorted set of sids by when they were in use last
//   …:visits, …:of:<agent>    a hash of visit → sid, and a set of sids
export const base = 'v:{waiting room}:';

const room = `${inTime}
local base = KEYS[1]
local function key(name) return base .. name end
local function number(value) return string.format('%.0f', value) end
local function count(from, by)
  if redis.call('HINCRBY', key('counts'), from, by) <= 0 then redis.call('HDEL', key('counts'), from) end
end
local function ended(sid) return redis.call('EXISTS', 'v:{' .. sid .. '}:end') == 1 end
-- Answers where the visit is from, if it was there.
local function unqueue(visit)
  local from = redis.call('HGET', key('origins'), visit)
  if not from then return end
  redis.call('ZREM', key('queue'), visit)
  redis.call('ZREM', key('asked'), visit)
  redis.call('HDEL', key('origins'), visit)
  count(from, -1)
end
local function begin(sid, chat)
  unqueue(chat.visit)
  redis.call('HSET', key('chats'), sid, cjson.encode(chat))
  redis.call('ZADD', key('kept'), number(now), sid)
  redis.call('HSET', key('visits'), chat.visit, sid)
  redis.call('SADD', key('of:' .. chat.agent), sid)
  count(chat.from, 1)
end
local function over(sid)
  local text = redis.call('HGET', key('chats'), sid)
  if not text then return end
  local chat = cjson.decode(text)
  redis.call('HDEL', key('chats'), sid)
  redis.call('ZREM', key('kept'), sid)
  redis.call('HDEL', key('visits'), chat.visit)
  redis.call('SREM', key('of:' .. chat.agent), sid)
  count(chat.from, -1)
end
local function find(sid)
  if ended(sid) then return over(sid) end
  local text = redis.call('HGET', key('chats'), sid)
  if text then redis.call('ZADD', key('kept'), number(now), sid) end
  return text
end
local function silent(name, since)
  return redis.call('ZRANGEBYSCORE', key(name), '-inf', '(' .. number(now - since * 1000))
end
for _, agent in ipairs(silent('served', ARGV[2])) do
  redis.call('ZREM', key('served'), agent)
  redis.call('HDEL', key('agents'), agent)
end
for _, visit in ipairs(silent('asked', ARGV[3])) do unqueue(visit) end
`;

// A node that comes back may still speak of chats as they were: those are in use before the others are looked through.
const tidy = `
for _, sid in ipairs(silent('kept', ARGV[4])) do over(sid) end
`;

/** KEYS base; ARGV in time, the three silences in milliseconds, agent, how many it takes. */
export const serve = script(`${room}${tidy}
local agent, takes = ARGV[5], tonumber(ARGV[6])
if takes > 0 then
  redis.call('HSET', key('agents'), agent, takes)
  redis.call('ZADD', key('served'), number(now), agent)
else
  redis.call('HDEL', key('agents'), agent)
  redis.call('ZREM', key('served'), agent)
end
local chats = {}
for _, sid in ipairs(redis.call('SMEMBERS', key('of:' .. agent))) do
  if ended(sid) then over(sid) else
    chats[#chats + 1] = sid
    chats[#chats + 1] = redis.call('HGET', key('chats'), sid)
  end
end
return { 'desk', redis.call('ZCARD', key('queue')), chats }
`);

/**
 * As before; ARGV visit, name, where it is from, how many may be from there, how many may wait, the sid of a chat if it
 * comes to one, and since when the asking node knows it to wait: '' when it does not.
 */
export const ask = script(`${room}${tidy}
local visit, name, from = ARGV[5], ARGV[6], ARGV[7]
local sid = redis.call('HGET', key('visits'), visit)
local text = sid and find(sid)
if text then return { 'chat', sid, text } end
if not redis.call('ZSCORE', key('queue'), visit) then
  if tonumber(redis.call('HGET', key('counts'), from) or 0) >= tonumber(ARGV[8]) then return { 'too-many' } end
  if redis.call('ZCARD', key('queue')) >= tonumber(ARGV[9]) then return { 'full' } end
  redis.call('ZADD', key('queue'), ARGV[11] ~= '' and ARGV[11] or number(now), visit)
  redis.call('HSET', key('origins'), visit, from)
  count(from, 1)
end
redis.call('ZADD', key('asked'), number(now), visit)
local free, most, best, agents = 0, 0, nil, 0
for _, agent in ipairs(redis.call('ZRANGE', key('served'), 0, -1)) do
  local takes = tonumber(redis.call('HGET', key('agents'), agent))
  local left = math.max(0, takes - redis.call('SCARD', key('of:' .. agent)))
  free, agents = free + left, agents + 1
  if left > most then most, best = left, agent end
end
local before = redis.call('ZRANK', key('queue'), visit)
-- Who came before has the first of what is free, and comes for it when it asks again.
if before >= free then
  return { 'place', before + 1, agents, redis.call('ZSCORE', key('queue'), visit) }
end
begin(ARGV[10], { visit = visit, name = name, from = from, agent = best, since = number(now) })
return { 'chat', ARGV[10], redis.call('HGET', key('chats'), ARGV[10]) }
`);

/** As before; ARGV sid. */
export const find = script(`${room}${tidy}
return { 'found', find(ARGV[5]) or '' }
`);

/** As before; ARGV sids, each with the chat as the node knows it, or ''. Answers those that the node does not know. */
export const keepChats = script(`${room}
local new = {}
for at = 5, #ARGV, 2 do
  local sid, known = ARGV[at], ARGV[at + 1]
  local text = find(sid)
  if text and known == '' then
    new[#new + 1] = sid
    new[#new + 1] = text
  elseif not text and known ~= '' and not ended(sid) then
    local chat = cjson.decode(known)
    if redis.call('HEXISTS', key('visits'), chat.visit) == 0 then begin(sid, chat) end
  end
end
${tidy}
return { 'kept', new }
`);

/** As before; ARGV sid. */
export const overChat = script(`${room}
over(ARGV[5])
return { 'over' }
`);

export const roomScripts = [serve, ask, find, keepChats, overChat];
