-- ANALYZE sorts a sample of each column whenever a table has grown by a tenth: while a regency arrives, that is all the
-- time. No plan asks for a row by what these hold (PostgreSQL 18, ALTER TABLE … SET STATISTICS), so they are left out.
alter table received_event
    alter column event_id set statistics 0,
    alter column prev_hash set statistics 0,
    alter column data_hash set statistics 0,
    alter column hash set statistics 0,
    alter column salt set statistics 0,
    alter column data set statistics 0;

alter table resident
    alter column born_in set statistics 0,
    alter column father_nik set statistics 0,
    alter column father_name set statistics 0,
    alter column mother_nik set statistics 0,
    alter column mother_name set statistics 0,
    alter column birth_certificate set statistics 0,
    alter column marriage_certificate set statistics 0,
    alter column married_on set statistics 0,
    alter column divorce_certificate set statistics 0,
    alter column divorced_on set statistics 0,
    alter column current_address set statistics 0,
    alter column ethnicity set statistics 0;

alter table family
    alter column address set statistics 0;

alter table request
    alter column number set statistics 0,
    alter column steps set statistics 0;
