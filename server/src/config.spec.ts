import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

describe('settings', () => {
  it('have defaults for all of them', () => {
    expect(readConfig({}, [])).toEqual({
      port: 8080, host: '127.0.0.1', jt808Port: 8808, dataDir: './data', storeUrl: 'sqlite:./data/wangge.db', redisUrl: null, role: 'all', trustedProxies: [], outgoingHosts: [], cameraHosts: [], mqttBroker: null, logLevel: 'warn', baseMap: { kind: 'builtin' }, isEmpty: false, hasDemoLife: true,
    });
  });

  it('take an empty variable for one that is not set', () => {
    expect(readConfig({ PORT: '' }, []).port).toBe(8080);
  });

  it.each([
    [{ PORT: 'eighty' }, 'PORT'], [{ PORT: '70000' }, 'PORT'], [{ JT808_PORT: '-1' }, 'JT808_PORT'], [{ STORE_URL: 'mysql://x' }, 'STORE_URL'], [{ STORE_URL: 'mongodb://host' }, 'STORE_URL'],
    [{ REDIS_URL: 'http://x' }, 'REDIS_URL'], [{ REDIS_URL: 'redis://x' }, 'STORE_URL'], [{ ROLE: 'push' }, 'STORE_URL'], [{ ROLE: 'boss' }, 'ROLE'], [{ OUTGOING_HOSTS: 'https://x/y' }, 'OUTGOING_HOSTS'], [{ CAMERA_HOSTS: 'a.lan,*' }, 'CAMERA_HOSTS'], [{ CAMERA_HOSTS: "a.lan;script-src" }, 'CAMERA_HOSTS'], [{ MQTT_BROKER: 'http://x' }, 'MQTT_BROKER'], [{ MQTT_BROKER: 'mqtt://x:y:z' }, 'MQTT_BROKER'], [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
  ])('stop the start with one sentence that names what is wrong: %j', (env, name) => {
    expect(() => readConfig(env, [])).toThrow(ConfigError);
    expect(() => readConfig(env, [])).toThrow(name);
  });

  it.each(['sqlite:/srv/wangge.db', 'mongodb://a,b:27018/wangge?replicaSet=one', 'mongodb+srv://cluster.example/wangge'])('name the store: %s', (url) => {
    expect(readConfig({ STORE_URL: url }, []).storeUrl).toBe(url);
  });

  it('make one of several nodes', () => {
    const shared = { STORE_URL: 'mongodb://host/wangge', REDIS_URL: 'redis://host', TRUSTED_PROXIES: '10.0.0.0/8, 127.0.0.1' };
    expect(readConfig(shared, ['--role', 'gateway'])).toMatchObject({ role: 'gateway', redisUrl: 'redis://host', trustedProxies: ['10.0.0.0/8', '127.0.0.1'] });
    expect(() => readConfig(shared, ['--role'])).toThrow('ROLE');
  });

  it('refuse an option nobody knows', () => {
    expect(() => readConfig({}, ['--fast'])).toThrow('--fast');
    expect(readConfig({}, ['--empty']).isEmpty).toBe(true);
  });
});
