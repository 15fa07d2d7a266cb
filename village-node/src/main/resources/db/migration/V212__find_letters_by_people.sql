-- Whoever asks what is held of a person gets the letters of others that name the person, too: found among the letters of
-- many years without reading all of them. People of the register stand in answers as "r:" and their id.
create function letter_people(answers text) returns uuid[]
    language sql immutable strict parallel safe
    return array(
        select cast(found[1] as uuid)
        from regexp_matches(answers, 'r:([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})', 'g') as found);

create index letter_named on letter using gin (letter_people(answers));
