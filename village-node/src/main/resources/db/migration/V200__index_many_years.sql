-- What grows with the years of an office is found without reading all of it.

-- Which letters have a signed file is looked up every minute; the rows themselves carry whole sheets.
create index letter_file on letter (id, file_sha256) where file_sha256 is not null;

-- The list of families stands in the order of their heads, so of each family one row is looked up, and by the index alone.
create index resident_of_family on resident (family_id, (base_status <> 1), relationship, id)
    include (full_name, name_key, base_status);

-- How many letters somebody has to bring stands on every page.
create index delivery_courier on delivery (courier_id, state);

-- What was told of a person and who saw it is looked for by the person, in what grows with every change.
create index outbox_subject on outbox (subject_id, epoch, sequence);
create index audit_entry_action on audit_entry (action, at);
