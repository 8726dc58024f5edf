// A tool made with ltijs on this machine, with the platform and the database that come as JSON in the first argument. Prints its
// own address when it listens, answers who came as JSON, and ends when its input does.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { Provider } = require('ltijs');
const Database = require('ltijs-sequelize');

const { platform, database } = JSON.parse(process.argv[2]);

Provider.setup(
  'a key of tests that is long enough',
  {
    plugin: new Database(database.name, database.user, database.password, {
      host: database.host,
      port: database.port,
      dialect: 'postgres',
      logging: false,
    }),
  },
  { appRoute: '/', loginRoute: '/login', keysetRoute: '/keys' },
);
Provider.onConnect((token, request, response) => response.json({ name: token.userInfo.name }));
await Provider.deploy({ serverless: true, silent: true });
await Provider.registerPlatform({
  url: platform.issuer,
  name: 'Platform of the tests',
  clientId: platform.client,
  authenticationEndpoint: platform.authorization,
  accesstokenEndpoint: platform.token,
  authConfig: { method: 'JWK_SET', key: platform.jwks },
});
const server = Provider.app.listen(0, '127.0.0.1', () => console.log(`listening at http://localhost:${server.address().port}`));
process.stdin.resume();
process.stdin.on('end', () => process.exit(0));
