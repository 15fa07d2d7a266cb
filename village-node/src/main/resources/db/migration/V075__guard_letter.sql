-- From here on a change of a letter that leaves no event is refused at the commit. Letters from before that are no rows of
-- the district; its proof finds them, and asks for them.

-- One that comes back from the district after a restore has neither what was filled in nor who was to sign, and the
-- version of its type may be lost too.
alter table letter alter signatory_id drop not null;
alter table letter drop constraint letter_kind_type_version_fkey;

create constraint trigger letter_requires_event
    after insert or update or delete on letter
    deferrable initially deferred
    for each row execute function require_event();

create trigger letter_is_not_truncated
    before truncate on letter
    for each statement execute function refuse_truncate();
