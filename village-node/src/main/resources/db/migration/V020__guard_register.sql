-- From here on a change of a resident, a family or a request that leaves no event is refused at the commit.

create constraint trigger family_requires_event
    after insert or update or delete on family
    deferrable initially deferred
    for each row execute function require_event();

create constraint trigger resident_requires_event
    after insert or update or delete on resident
    deferrable initially deferred
    for each row execute function require_event();

create constraint trigger request_requires_event
    after insert or update or delete on request
    deferrable initially deferred
    for each row execute function require_event();

create trigger family_is_not_truncated
    before truncate on family
    for each statement execute function refuse_truncate();

create trigger resident_is_not_truncated
    before truncate on resident
    for each statement execute function refuse_truncate();

create trigger request_is_not_truncated
    before truncate on request
    for each statement execute function refuse_truncate();
