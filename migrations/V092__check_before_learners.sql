-- A template reaches learners only after its checks have passed for that version. Those that were shared before, unchecked, are
-- checked now: until they pass nobody gets new exercises of them; what learners have stays.
update template_version v
set check_state = 'WAITING', check_done = 0, check_steps = 0, check_beat = now(), check_report = null
from template t
where t.id = v.template_id and t.published_version = v.version and v.check_state not in ('WAITING', 'RUNNING', 'PASSED');
