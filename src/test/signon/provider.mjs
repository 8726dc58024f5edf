// The certified oidc-provider on this machine, for one client whose addresses come as JSON in the first argument. Prints its own
// address when it listens, and ends when its input does.
import { createServer } from 'node:http';
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';

const { Provider } = await import(pathToFileURL(resolve('src/main/web/node_modules/oidc-provider/lib/index.js')));
const client = JSON.parse(process.argv[2]);

const server = createServer();
server.listen(0, '127.0.0.1', () => {
  const issuer = `http://localhost:${server.address().port}`;
  const provider = new Provider(issuer, {
    clients: [client],
    cookies: { keys: ['only for tests'] },
    claims: { openid: ['sub'], profile: ['name'], groups: ['groups'] },
    scopes: ['openid', 'profile', 'groups'],
    pkce: { required: () => true },
    features: { backchannelLogout: { enabled: true } },
    // By itself it calls nobody on its own machine.
    fetch: (address, options) => fetch(address, { ...options, dispatcher: undefined }),
    findAccount: (context, id) => ({
      accountId: id,
      claims: () => ({ sub: id, name: `Person ${id}`, groups: id.startsWith('teacher') ? ['teachers'] : ['learners'] }),
    }),
  });
  // Its pages of development take a font from a third party, and have no icon.
  provider.use(async (context, next) => {
    await next();
    if (typeof context.body === 'string') {
      context.body = context.body.replace(/@import url\([^)]*\);/, '');
    } else if (context.path === '/favicon.ico') {
      context.status = 204;
    }
  });
  provider.on('backchannel.error', (context, error) => console.error(error));
  server.on('request', provider.callback());
  console.log(`listening at ${issuer}`);
});
process.stdin.resume();
process.stdin.on('end', () => process.exit(0));
