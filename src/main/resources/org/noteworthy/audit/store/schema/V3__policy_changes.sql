-- What changed the policy: one chain for the whole database. Each line is linked to the one before by its hash, and its
-- signature is that of the checkpoint which stands at it.
create table policy_change (
    seq         bigint       not null,
    id          varchar(100) not null,
    edition     varchar(200) not null,
    from_digest varchar(71),
    to_digest   varchar(71),
    made_ms     bigint       not null,
    hash        varchar(64)  not null,
    line        bytea        not null,
    signature   varchar(200),
    constraint policy_change_key primary key (seq),
    constraint policy_change_id unique (id)
);

create index policy_change_by_edition on policy_change (edition, seq);

-- Which contents of files a change names: they are kept as long as it is, which is for ever.
create table policy_change_content (
    seq  bigint      not null,
    hash varchar(64) not null,
    constraint policy_change_content_key primary key (seq, hash)
);
