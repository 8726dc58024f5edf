-- Somebody who comes by a learning platform has an account without a password until they choose one: the platform vouches for
-- them. Whoever has a password still has a login.
alter table account drop constraint account_check;
alter table account add constraint a_password_has_a_login check (login is not null or password_hash is null);
