-- The record of decisions. The same statements serve H2 and PostgreSQL.
-- Times are milliseconds since 1970-01-01T00:00:00Z; hashes are SHA-256 in lower-case hexadecimal.

-- A page holds decisions that became durable together: lines of JSON, each linked to the one before by its hash.
create table page (
    chain       varchar(200) not null,
    first_seq   bigint       not null,
    last_seq    bigint       not null,
    first_ms    bigint       not null,
    last_ms     bigint       not null,
    recorded_ms bigint       not null,
    head        varchar(64)  not null,
    sieve       bytea        not null,
    constraint page_key primary key (chain, first_seq)
);

create index page_by_time on page (recorded_ms, chain, first_seq);

-- The lines of a page, packed, in parts that any database takes.
create table page_part (
    chain     varchar(200) not null,
    first_seq bigint       not null,
    part      integer      not null,
    unpacked  integer      not null,
    content   bytea        not null,
    constraint page_part_key primary key (chain, first_seq, part)
);

-- Where a chain stood at a moment, signed where a key is set.
create table checkpoint (
    chain     varchar(200) not null,
    number    bigint       not null,
    seq       bigint       not null,
    hash      varchar(64)  not null,
    made_ms   bigint       not null,
    signature varchar(200),
    constraint checkpoint_key primary key (chain, number)
);

-- A range of decisions that was let go: what stands before it and how it ended, so that the chain still holds.
create table pruned (
    chain     varchar(200) not null,
    first_seq bigint       not null,
    last_seq  bigint       not null,
    previous  varchar(64)  not null,
    head      varchar(64)  not null,
    first_ms  bigint       not null,
    last_ms   bigint       not null,
    pruned_ms bigint       not null,
    reason    varchar(500) not null,
    signature varchar(200),
    constraint pruned_key primary key (chain, first_seq)
);

-- The files of every edition that ever judged, each content once.
create table kept_content (
    hash    varchar(64) not null,
    content bytea       not null,
    constraint kept_content_key primary key (hash)
);

create table kept_file (
    digest varchar(71)   not null,
    path   varchar(1000) not null,
    hash   varchar(64)   not null,
    constraint kept_file_key primary key (digest, path)
);

create table kept_edition (
    digest  varchar(71)  not null,
    version varchar(200) not null,
    kept_ms bigint       not null,
    constraint kept_edition_key primary key (digest)
);

-- Engagements whose decisions are never let go.
create table hold (
    engagement varchar(1000) not null,
    since_ms   bigint        not null,
    reason     varchar(500)  not null,
    constraint hold_key primary key (engagement)
);
