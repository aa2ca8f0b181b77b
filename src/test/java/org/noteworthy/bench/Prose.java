package org.noteworthy.bench;

import java.util.List;

/**
 * What engineers write in one language between the words that a playbook prescribes.
 *
 * @param done sentences about what was done
 * @param tails what follows a status on its line
 * @param actions what happens next, without saying when
 * @param worries concerns that show no nature
 * @param full width of the colons and blanks between sentences: {@code true} in Japanese and Chinese
 */
record Prose(
        String language,
        int weight,
        List<String> done,
        List<String> tails,
        List<String> actions,
        List<String> worries,
        boolean full) {

    /** The languages of the corpus; their weights add up to 100. */
    static final List<Prose> ALL = List.of(
            new Prose(
                    "en",
                    70,
                    List.of(
                            "Went through the migration report with the customer and agreed on the next three batches.",
                            "Explained how the sign-in policies apply to guests and to devices that are not managed.",
                            "The network team measured the latency from two branch offices and shared the numbers.",
                            "Showed the pilot users how to move their files and answered questions about sharing links.",
                            "Reviewed the remediation checklist; nine of fourteen items are closed.",
                            "The customer may extend the pilot to the sales department once the training is over.",
                            "Walked the administrators through the portal and recorded the session for the others.",
                            "Removed two stale connectors, re-ran the hybrid wizard and confirmed that mail flows both ways.",
                            "Agreed on the naming of teams and on who may create them.",
                            "The help desk received the guide and will march through the first forty tickets with us."),
                    List.of(
                            "batch 3 of 7 is finished",
                            "the pilot group is productive",
                            "we meet every other day",
                            "waiting for two signatures",
                            "no change since the last call"),
                    List.of(
                            "Customer to send the list of shared mailboxes",
                            "Follow up with the network team about the proxy",
                            "Run the readiness assessment again and share the result",
                            "Hold the workshop on information protection with the compliance officer",
                            "Start the next batch and watch the first fifty users"),
                    List.of(
                            "The sponsor left the company and nobody has taken over.",
                            "The customer is unsure who signs off the pilot.",
                            "Two departments do not want to take part yet.",
                            "The proxy of a branch office is old and slow."),
                    false),
            new Prose(
                    "de",
                    8,
                    List.of(
                            "Den Migrationsbericht mit dem Kunden besprochen und die nächsten drei Wellen vereinbart.",
                            "Erklärt, wie die Anmelderichtlinien für Gäste und für fremde Geräte gelten.",
                            "Das Netzwerkteam hat die Latenz aus zwei Niederlassungen gemessen.",
                            "Die Pilotnutzer haben ihre Dateien umgezogen und Fragen zu Freigaben gestellt.",
                            "Die Liste der offenen Punkte durchgesehen, neun von vierzehn sind erledigt."),
                    List.of(
                            "Welle 3 von 7 ist fertig",
                            "die Pilotgruppe arbeitet damit",
                            "unverändert seit dem letzten Gespräch"),
                    List.of(
                            "Der Kunde schickt die Liste der Funktionspostfächer",
                            "Mit dem Netzwerkteam den Proxy besprechen",
                            "Die Bereitschaftsprüfung wiederholen und das Ergebnis teilen"),
                    List.of(
                            "Der Sponsor hat das Unternehmen verlassen, niemand ist nachgerückt.",
                            "Zwei Abteilungen wollen noch nicht teilnehmen."),
                    false),
            new Prose(
                    "es",
                    7,
                    List.of(
                            "Se revisó el informe de migración con el cliente y se acordaron los tres lotes siguientes.",
                            "Se explicó cómo se aplican las directivas de inicio de sesión a los invitados.",
                            "El equipo de comunicaciones midió la latencia desde dos sucursales.",
                            "Los usuarios piloto movieron sus archivos y preguntaron por los vínculos compartidos."),
                    List.of(
                            "el lote 3 de 7 ha terminado",
                            "el grupo piloto ya trabaja",
                            "sin cambios desde la última llamada"),
                    List.of(
                            "El cliente enviará la lista de buzones compartidos",
                            "Hablar con el equipo de comunicaciones sobre el proxy",
                            "Repetir la evaluación y compartir el resultado"),
                    List.of(
                            "El patrocinador dejó la empresa y nadie lo ha sustituido.",
                            "Dos departamentos todavía no quieren participar."),
                    false),
            new Prose(
                    "pt",
                    5,
                    List.of(
                            "Revisamos o relatório de migração com o cliente e combinamos os próximos três lotes.",
                            "Explicamos como as políticas de entrada se aplicam aos convidados.",
                            "A equipe de comunicações mediu a latência a partir de duas filiais.",
                            "Os usuários piloto moveram os arquivos e perguntaram sobre os links compartilhados."),
                    List.of("o lote 3 de 7 terminou", "o grupo piloto já trabalha", "igual à última chamada"),
                    List.of(
                            "O cliente enviará a lista de caixas compartilhadas",
                            "Falar com a equipe de comunicações sobre o proxy",
                            "Repetir a avaliação e compartilhar o resultado"),
                    List.of(
                            "O patrocinador deixou a empresa e ninguém o substituiu.",
                            "Dois departamentos ainda preferem esperar."),
                    false),
            new Prose(
                    "ja",
                    5,
                    List.of(
                            "移行レポートをお客様と確認し、次の三つのバッチに合意しました。",
                            "ゲストと管理外のデバイスに対するサインイン ポリシーの適用方法を説明しました。",
                            "二つの支店からの待ち時間を測定した結果を共有していただきました。",
                            "パイロット ユーザーがファイルを移動し、共有リンクについて質問がありました。",
                            "修復チェックリストを見直し、十四件のうち九件が完了しています。"),
                    List.of("バッチ 3 が完了しました", "パイロット グループは利用を始めています"),
                    List.of("お客様が共有メールボックスの一覧を送付します", "プロキシについて担当チームと打ち合わせます"),
                    List.of("責任者が退職し、後任が決まっていません。", "二つの部署はまだ参加を希望していません。"),
                    true),
            new Prose(
                    "zh",
                    5,
                    List.of(
                            "与客户一起查看了迁移报告，并商定了接下来的三个批次。",
                            "说明了登录策略如何应用于来宾和未托管的设备。",
                            "网络团队测量了两个分支机构的延迟并分享了数据。",
                            "试点用户移动了文件，并询问了共享链接的问题。",
                            "检查了修正清单，十四项中有九项已经完成。"),
                    List.of("第三批已完成", "试点小组已开始使用"),
                    List.of("客户发送共享邮箱的清单", "与网络团队讨论代理服务器"),
                    List.of("项目发起人已离职，尚无人接替。", "有两个部门还不愿意参加。"),
                    true));
}
