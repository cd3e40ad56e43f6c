<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>
{sure}: among these readings of the tempo</source>
        <translation>
{sure}: unter diesen Deutungen des Tempos</translation>
    </message>
    <message>
        <source> (first: {failures})</source>
        <translation> (erster Fehler: {failures})</translation>
    </message>
    <message>
        <source> Against: {against}.</source>
        <translation> Dagegen: {against}.</translation>
    </message>
    <message>
        <source> Also left out: {left_out} rows of its group.</source>
        <translation> Ebenfalls weggelassen: {left_out} Zeilen derselben Gruppe.</translation>
    </message>
    <message>
        <source> Best so far: {mean:.4f} on 1 fold.</source>
        <translation> Bisher bester Wert: {mean:.4f} auf 1 Fold.</translation>
    </message>
    <message>
        <source> Best so far: {mean:.4f} on {n_folds} folds.</source>
        <translation> Bisher bester Wert: {mean:.4f} auf {n_folds} Folds.</translation>
    </message>
    <message>
        <source> Best: {best}.</source>
        <translation> Bester Wert: {best}.</translation>
    </message>
    <message>
        <source> Click a dot to play its song.</source>
        <translation> Klick auf einen Punkt spielt das Stück ab.</translation>
    </message>
    <message>
        <source> Columns affected: {obstacles}.</source>
        <translation> Betroffene Spalten: {obstacles}.</translation>
    </message>
    <message>
        <source> Correlation {correlation:.2f}.</source>
        <translation> Korrelation {correlation:.2f}.</translation>
    </message>
    <message>
        <source> For: {speaking}.</source>
        <translation> Dafür: {speaking}.</translation>
    </message>
    <message>
        <source> Held out in training: {accuracy:.2f} ({protocol}).</source>
        <translation> Im Training zurückgehalten: {accuracy:.2f} ({protocol}).</translation>
    </message>
    <message>
        <source> It has no probabilities of its own; they are calibrated when it is saved, which can change predictions, so it is scored again.</source>
        <translation> Er hat keine eigenen Wahrscheinlichkeiten; sie werden beim Speichern kalibriert. Das kann Vorhersagen ändern, daher wird er neu bewertet.</translation>
    </message>
    <message>
        <source> Left out: {left_out:,} rows with a label that one model lacks.</source>
        <translation> Weggelassen: {left_out:,} Zeilen mit einem Label, das einem Modell fehlt.</translation>
    </message>
    <message>
        <source> No row has both numbers.</source>
        <translation> Keine Zeile hat beide Zahlen.</translation>
    </message>
    <message>
        <source> Not examined by the doctor; the model will say so.</source>
        <translation> Nicht vom Doktor geprüft; das Modell vermerkt das.</translation>
    </message>
    <message>
        <source> Not on this computer: {n_tracks:,}.</source>
        <translation> Nicht auf diesem Computer: {n_tracks:,}.</translation>
    </message>
    <message>
        <source> Nothing to write is known of {n_unknown:,}.</source>
        <translation> Ohne Daten zum Schreiben: {n_unknown:,}.</translation>
    </message>
    <message>
        <source> Quick forest: accuracy {whole:.2f} with it, {less:.2f} without.</source>
        <translation> Schneller Random Forest: Genauigkeit {whole:.2f} mit ihr, {less:.2f} ohne sie.</translation>
    </message>
    <message>
        <source> The shipped model is the default again.</source>
        <translation> Das mitgelieferte Modell ist wieder der Standard.</translation>
    </message>
    <message>
        <source> and of {n} more</source>
        <translation> und von {n} weiteren</translation>
    </message>
    <message>
        <source> and {n} more</source>
        <translation> und {n} weitere</translation>
    </message>
    <message>
        <source> of {n_trees:,}</source>
        <translation> von {n_trees:,}</translation>
    </message>
    <message>
        <source> percent</source>
        <translation> Prozent</translation>
    </message>
    <message>
        <source> to {high:g}</source>
        <translation> bis {high:g}</translation>
    </message>
    <message>
        <source> {n:,} more failed.</source>
        <translation> {n:,} weitere fehlgeschlagen.</translation>
    </message>
    <message>
        <source> {n_drawn:,} of {n_rows:,} rows are drawn.</source>
        <translation> {n_drawn:,} von {n_rows:,} Zeilen sind gezeichnet.</translation>
    </message>
    <message>
        <source> · own settings of {estimator}{more}</source>
        <translation> · eigene Einstellungen von {estimator}{more}</translation>
    </message>
    <message>
        <source> · {tempo} BPM</source>
        <translation> · {tempo} BPM</translation>
    </message>
    <message>
        <source> · {what} selected, {start} to {end}</source>
        <translation> · {what} ausgewählt, {start} bis {end}</translation>
    </message>
    <message>
        <source>% of each class</source>
        <translation>% jeder Klasse</translation>
    </message>
    <message>
        <source>&amp;About Groovescope</source>
        <translation>Ü&amp;ber Groovescope</translation>
    </message>
    <message>
        <source>&amp;Add beat at playhead</source>
        <translation>Schlag an Abspielposition &amp;hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Analyse clip again</source>
        <translation>Clip erneut &amp;analysieren</translation>
    </message>
    <message>
        <source>&amp;Arrange lanes, spectrogram…</source>
        <translation>Spuren &amp;anordnen, Spektrogramm…</translation>
    </message>
    <message>
        <source>&amp;Back 5 seconds</source>
        <translation>5 Sekunden &amp;zurück</translation>
    </message>
    <message>
        <source>&amp;Beats</source>
        <translation>&amp;Schläge</translation>
    </message>
    <message>
        <source>&amp;Clip</source>
        <translation>&amp;Clip</translation>
    </message>
    <message>
        <source>&amp;Close clip</source>
        <translation>&amp;Clip schließen</translation>
    </message>
    <message>
        <source>&amp;Copy rows</source>
        <translation>Zeilen &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Edit beats</source>
        <translation>Schläge &amp;bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Edit title, BPM, key…</source>
        <translation>Tit&amp;el, BPM, Tonart bearbeiten…</translation>
    </message>
    <message>
        <source>&amp;Export tables…</source>
        <translation>&amp;Tabellen exportieren…</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Forward 5 seconds</source>
        <translation>5 Sekunden &amp;vor</translation>
    </message>
    <message>
        <source>&amp;Guide</source>
        <translation>H&amp;andbuch</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>&amp;Verlauf</translation>
    </message>
    <message>
        <source>&amp;Keep playhead in view</source>
        <translation>Abspielposition sichtbar &amp;halten</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tasten</translation>
    </message>
    <message>
        <source>&amp;Lanes</source>
        <translation>Sp&amp;uren</translation>
    </message>
    <message>
        <source>&amp;Library</source>
        <translation>B&amp;ibliothek</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Log folder</source>
        <translation>&amp;Protokollordner</translation>
    </message>
    <message>
        <source>&amp;Loop selection</source>
        <translation>Auswahl als &amp;Schleife</translation>
    </message>
    <message>
        <source>&amp;Metre</source>
        <translation>&amp;Taktart</translation>
    </message>
    <message>
        <source>&amp;Mute</source>
        <translation>St&amp;umm</translation>
    </message>
    <message>
        <source>&amp;Next clip in queue</source>
        <translation>&amp;Nächster Clip der Warteschlange</translation>
    </message>
    <message>
        <source>&amp;Open in clip tab</source>
        <translation>&amp;Im Clip-Tab öffnen</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>&amp;Play or pause</source>
        <translation>&amp;Abspielen oder Pause</translation>
    </message>
    <message>
        <source>&amp;Playback</source>
        <translation>&amp;Wiedergabe</translation>
    </message>
    <message>
        <source>&amp;Previous clip in queue</source>
        <translation>&amp;Voriger Clip der Warteschlange</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>B&amp;eenden</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Redo: {redo}</source>
        <translation>&amp;Wiederholen: {redo}</translation>
    </message>
    <message>
        <source>&amp;Reset beats</source>
        <translation>Schläge &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;Tap along</source>
        <translation>M&amp;ittippen</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farbschema</translation>
    </message>
    <message>
        <source>&amp;Training</source>
        <translation>&amp;Training</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Undo: {undo}</source>
        <translation>&amp;Rückgängig: {undo}</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Write tags…</source>
        <translation>Tags &amp;schreiben…</translation>
    </message>
    <message>
        <source>&amp;{beats} beats</source>
        <translation>&amp;{beats} Schläge</translation>
    </message>
    <message>
        <source>+ speaks for the genre, {minus} against it, in per cent of probability</source>
        <translation>+ spricht für das Genre, {minus} dagegen, in Prozent Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>+, or drag the gap below a lane</source>
        <translation>+ oder den Spalt unter einer Spur ziehen</translation>
    </message>
    <message>
        <source>+{ms} ms</source>
        <translation>+{ms} ms</translation>
    </message>
    <message>
        <source>, elsewhere</source>
        <translation>, anderswo</translation>
    </message>
    <message>
        <source>, grouped by {value}</source>
        <translation>, gruppiert nach {value}</translation>
    </message>
    <message>
        <source>, other values</source>
        <translation>, andere Werte</translation>
    </message>
    <message>
        <source>, {n_batches} more in the queue</source>
        <translation>, {n_batches} weitere in der Warteschlange</translation>
    </message>
    <message>
        <source>, {outer_folds} outer folds</source>
        <translation>, {outer_folds} äußere Folds</translation>
    </message>
    <message>
        <source>. No audio: a row of a table.</source>
        <translation>. Kein Audio: eine Tabellenzeile.</translation>
    </message>
    <message>
        <source>0 dB</source>
        <translation>0 dB</translation>
    </message>
    <message>
        <source>1 beat changes</source>
        <translation>1 Schlag ändert sich</translation>
    </message>
    <message>
        <source>1 comment line was passed over.</source>
        <translation>1 Kommentarzeile wurde übergangen.</translation>
    </message>
    <message>
        <source>1 damaged piece of the file could not be decoded and left no sound.</source>
        <translation>1 beschädigte Stelle der Datei ließ sich nicht decodieren und blieb ohne Ton.</translation>
    </message>
    <message>
        <source>1 file</source>
        <translation>1 Datei</translation>
    </message>
    <message>
        <source>1 file in the queue</source>
        <translation>1 Datei in der Warteschlange</translation>
    </message>
    <message>
        <source>1 file is missing.</source>
        <translation>1 Datei fehlt.</translation>
    </message>
    <message>
        <source>1 file with other contents is analysed: its audio will tell.</source>
        <translation>1 Datei mit anderem Inhalt wird analysiert: Das Audio zeigt, ob sie passt.</translation>
    </message>
    <message>
        <source>1 fold</source>
        <translation>1 Fold</translation>
    </message>
    <message>
        <source>1 folder</source>
        <translation>1 Ordner</translation>
    </message>
    <message>
        <source>1 labelled track was analysed before the extended features were measured and was left out: analyse it again in the library.</source>
        <translation>1 Titel mit Label wurde analysiert, bevor die erweiterten Merkmale gemessen wurden, und wurde weggelassen: In der Bibliothek erneut analysieren.</translation>
    </message>
    <message>
        <source>1 model</source>
        <translation>1 Modell</translation>
    </message>
    <message>
        <source>1 of {count} features differs from librosa {version} by more than its tolerance: {names}.</source>
        <translation>1 von {count} Merkmalen weicht stärker als seine Toleranz von librosa {version} ab: {names}.</translation>
    </message>
    <message>
        <source>1 remedy</source>
        <translation>1 Abhilfe</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 Zeile</translation>
    </message>
    <message>
        <source>1 row is a copy of another</source>
        <translation>1 Zeile ist eine Kopie einer anderen</translation>
    </message>
    <message>
        <source>1 row is a near copy of another</source>
        <translation>1 Zeile ist eine Beinahe-Kopie einer anderen</translation>
    </message>
    <message>
        <source>1 run</source>
        <translation>1 Lauf</translation>
    </message>
    <message>
        <source>1 sample is not a finite number and is taken as silence.</source>
        <translation>1 Abtastwert ist keine endliche Zahl und gilt als Stille.</translation>
    </message>
    <message>
        <source>1 song</source>
        <translation>1 Stück</translation>
    </message>
    <message>
        <source>1 song sheet</source>
        <translation>1 Songblatt</translation>
    </message>
    <message>
        <source>1 track</source>
        <translation>1 Titel</translation>
    </message>
    <message>
        <source>1 track was analysed by an earlier version and keeps its genre. Analyse it again to classify it with “{title}”.</source>
        <translation>1 Titel wurde von einer früheren Version analysiert und behält sein Genre. Zum Klassifizieren mit „{title}“ erneut analysieren.</translation>
    </message>
    <message>
        <source>1 warning</source>
        <translation>1 Warnung</translation>
    </message>
    <message>
        <source>150 rounds of trees with 15 leaves, a third of the columns a split</source>
        <translation>150 Runden mit Bäumen aus 15 Blättern, je Teilung ein Drittel der Spalten</translation>
    </message>
    <message>
        <source>500 trees of depth 10, at least 20 rows a leaf</source>
        <translation>500 Bäume der Tiefe 10, mindestens 20 Zeilen je Blatt</translation>
    </message>
    <message>
        <source>500 trees with random thresholds</source>
        <translation>500 Bäume mit zufälligen Schwellen</translation>
    </message>
    <message>
        <source>700 rounds of trees of depth 3, half of the rows a round; the study&apos;s choice</source>
        <translation>700 Runden mit Bäumen der Tiefe 3, je Runde die Hälfte der Zeilen; die Wahl der Studie</translation>
    </message>
    <message>
        <source>; groups can also be “folder” or “duplicates”, or come from a second table</source>
        <translation>; Gruppen können auch „folder“ oder „duplicates“ sein oder aus einer zweiten Tabelle kommen</translation>
    </message>
    <message>
        <source>; {name} beside it has one: give it as the table of groups</source>
        <translation>; {name} daneben hat eine: als Gruppentabelle angeben</translation>
    </message>
    <message>
        <source>A batch is running. Cancel it or wait until it has finished, then change the library.</source>
        <translation>Ein Stapel läuft. Abbrechen oder warten, bis er fertig ist, dann die Bibliothek wechseln.</translation>
    </message>
    <message>
        <source>A beat cannot pass its neighbours.</source>
        <translation>Ein Schlag kann seine Nachbarn nicht überholen.</translation>
    </message>
    <message>
        <source>A fit on {rows:,} rows of {columns:,} columns needs about {needed:.1f} GB of memory, and {free:.1f} GB are free; leave columns out, or train on a part of the rows.</source>
        <translation>Eine Anpassung an {rows:,} Zeilen mit {columns:,} Spalten braucht etwa {needed:.1f} GB Speicher, frei sind {free:.1f} GB. Spalten weglassen oder mit einem Teil der Zeilen trainieren.</translation>
    </message>
    <message>
        <source>A folder of audio has no columns of text: leave --one-hot out, or give a table.</source>
        <translation>Ein Ordner mit Audio hat keine Textspalten: --one-hot weglassen oder eine Tabelle angeben.</translation>
    </message>
    <message>
        <source>A label needs at least one character.</source>
        <translation>Ein Label braucht mindestens ein Zeichen.</translation>
    </message>
    <message>
        <source>A model reads {most:,} columns at most, and these data have {columns:,}: leave columns out before training.</source>
        <translation>Ein Modell liest höchstens {most:,} Spalten, und diese Daten haben {columns:,}: lassen Sie vor dem Training Spalten weg.</translation>
    </message>
    <message>
        <source>A model that was not trained on these rows predicts another class with confidence: {listed}. It may be wrong; listen before leaving them out.</source>
        <translation>Ein Modell, das nicht auf diesen Zeilen trainiert wurde, sagt mit hoher Wahrscheinlichkeit eine andere Klasse vorher: {listed}. Es kann sich irren; vor dem Weglassen anhören.</translation>
    </message>
    <message>
        <source>A quick model</source>
        <translation>Ein schnelles Modell</translation>
    </message>
    <message>
        <source>A quotation mark is missing: write &quot;two words&quot; with one at each end.</source>
        <translation>Ein Anführungszeichen fehlt: &quot;zwei Wörter&quot; mit je einem an beiden Enden schreiben.</translation>
    </message>
    <message>
        <source>A run that a command wrote with --out</source>
        <translation>Ein Lauf, den ein Befehl mit --out geschrieben hat</translation>
    </message>
    <message>
        <source>A table has features of its own: leave --features out, or give a folder of audio.</source>
        <translation>Eine Tabelle hat eigene Merkmale: --features weglassen oder einen Ordner mit Audio angeben.</translation>
    </message>
    <message>
        <source>A table of features with a label in each row (CSV, Parquet), or a folder with a subfolder for each class. The doctor then looks for copies, columns that reveal the source and other faults.</source>
        <translation>Eine Merkmalstabelle mit einem Label in jeder Zeile (CSV, Parquet) oder ein Ordner mit einem Unterordner je Klasse. Der Doktor sucht dann nach Kopien, nach Spalten, die die Quelle verraten, und nach anderen Fehlern.</translation>
    </message>
    <message>
        <source>A time or tempo is not a number.</source>
        <translation>Eine Zeit oder ein Tempo ist keine Zahl.</translation>
    </message>
    <message>
        <source>A track has no file on this computer.</source>
        <translation>Ein Titel hat auf diesem Computer keine Datei.</translation>
    </message>
    <message>
        <source>A value is more than {far:g} robust standard deviations from the median: {listed}. Often unusual music, sometimes a damaged file; listen before leaving them out.</source>
        <translation>Ein Wert liegt mehr als {far:g} robuste Standardabweichungen vom Median entfernt: {listed}. Oft ungewöhnliche Musik, manchmal eine beschädigte Datei; vor dem Weglassen anhören.</translation>
    </message>
    <message>
        <source>A worker cannot import {package}; install this version of Groovescope on all machines and start the workers from where Python finds it.</source>
        <translation>Ein Worker kann {package} nicht importieren. Diese Version von Groovescope auf allen Rechnern installieren und die Worker dort starten, wo Python sie findet.</translation>
    </message>
    <message>
        <source>A worker runs Groovescope {version} ({recipe}), this is {our_version} ({our_recipe}); install the same version on all machines.</source>
        <translation>Ein Worker verwendet Groovescope {version} ({recipe}), hier läuft {our_version} ({our_recipe}). Auf allen Rechnern dieselbe Version installieren.</translation>
    </message>
    <message>
        <source>A&amp;ccept proposal</source>
        <translation>Vors&amp;chlag annehmen</translation>
    </message>
    <message>
        <source>About Groovescope</source>
        <translation>Über Groovescope</translation>
    </message>
    <message>
        <source>Above</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>Accept (Return)</source>
        <translation>Annehmen (Eingabe)</translation>
    </message>
    <message>
        <source>Accept proposal</source>
        <translation>Vorschlag annehmen</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Accuracy to expect: {number} ({how}). The search&apos;s own best, {searched:.3f}, {gap}.</source>
        <translation>Zu erwartende Genauigkeit: {number} ({how}). Der beste Wert der Suche selbst, {searched:.3f}, {gap}.</translation>
    </message>
    <message>
        <source>Accuracy ± SD</source>
        <translation>Genauigkeit ± SD</translation>
    </message>
    <message>
        <source>Accuracy, macro precision, recall and F1, {protocol} folds</source>
        <translation>Genauigkeit, Makro-Präzision, -Trefferquote und -F1, {protocol}e Folds</translation>
    </message>
    <message>
        <source>Accuracy, mean ± standard deviation over the folds</source>
        <translation>Genauigkeit, Mittelwert ± Standardabweichung über die Folds</translation>
    </message>
    <message>
        <source>Across</source>
        <translation>Waagerecht</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add &amp;folder…</source>
        <translation>Ordner &amp;hinzufügen…</translation>
    </message>
    <message>
        <source>Add a {suffix} file; or drop it here</source>
        <translation>Eine {suffix}-Datei hinzufügen oder hierher ziehen</translation>
    </message>
    <message>
        <source>Add beat at {time}</source>
        <translation>Schlag bei {time} hinzufügen</translation>
    </message>
    <message>
        <source>Add beat here</source>
        <translation>Schlag hier hinzufügen</translation>
    </message>
    <message>
        <source>Add border here</source>
        <translation>Grenze hier hinzufügen</translation>
    </message>
    <message>
        <source>Add f&amp;iles…</source>
        <translation>Dateien hin&amp;zufügen…</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>Dateien hinzufügen</translation>
    </message>
    <message>
        <source>Add files or folders to the library</source>
        <translation>Dateien oder Ordner zur Bibliothek hinzufügen</translation>
    </message>
    <message>
        <source>Add files to library</source>
        <translation>Dateien zur Bibliothek hinzufügen</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Dateien hinzufügen…</translation>
    </message>
    <message>
        <source>Add folder</source>
        <translation>Ordner hinzufügen</translation>
    </message>
    <message>
        <source>Add folder to library</source>
        <translation>Ordner zur Bibliothek hinzufügen</translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation>Ordner hinzufügen…</translation>
    </message>
    <message>
        <source>Add label</source>
        <translation>Label hinzufügen</translation>
    </message>
    <message>
        <source>Add model file</source>
        <translation>Modelldatei hinzufügen</translation>
    </message>
    <message>
        <source>Add model file…</source>
        <translation>Modelldatei hinzufügen…</translation>
    </message>
    <message>
        <source>Add section border</source>
        <translation>Abschnittsgrenze hinzufügen</translation>
    </message>
    <message>
        <source>Add the best to the baselines</source>
        <translation>Beste zu den Baselines hinzufügen</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Address of Dask scheduler</source>
        <translation>Adresse des Dask-Schedulers</translation>
    </message>
    <message>
        <source>Address of a Dask scheduler, such as tcp://10.0.0.5:8786</source>
        <translation>Adresse eines Dask-Schedulers, etwa tcp://10.0.0.5:8786</translation>
    </message>
    <message>
        <source>Album</source>
        <translation>Album</translation>
    </message>
    <message>
        <source>Album, from the file&apos;s tags or edited</source>
        <translation>Album, aus den Tags der Datei oder bearbeitet</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>All audio files in it and its subfolders are analysed. Then sort, filter by tempo, key or sound, find similar tracks and add labels.</source>
        <translation>Alle Audiodateien darin und in den Unterordnern werden analysiert. Danach sortieren, nach Tempo, Tonart oder Klang filtern, ähnliche Titel suchen und Labels hinzufügen.</translation>
    </message>
    <message>
        <source>All classes</source>
        <translation>Alle Klassen</translation>
    </message>
    <message>
        <source>All conditions must match. Case and accents are ignored.</source>
        <translation>Alle Bedingungen müssen zutreffen. Groß- und Kleinschreibung und Akzente spielen keine Rolle.</translation>
    </message>
    <message>
        <source>All features</source>
        <translation>Alle Merkmale</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>All four metrics</source>
        <translation>Alle vier Metriken</translation>
    </message>
    <message>
        <source>All settings are the same.</source>
        <translation>Alle Einstellungen sind gleich.</translation>
    </message>
    <message>
        <source>All {count} features agree with librosa {version} within their tolerances.</source>
        <translation>Alle {count} Merkmale stimmen innerhalb ihrer Toleranzen mit librosa {version} überein.</translation>
    </message>
    <message>
        <source>All {count} features of {all} that both have a number for agree with librosa {version} within their tolerances.</source>
        <translation>Alle {count} von {all} Merkmalen, für die beide eine Zahl haben, stimmen innerhalb ihrer Toleranzen mit librosa {version} überein.</translation>
    </message>
    <message>
        <source>Allowed</source>
        <translation>Zulässig</translation>
    </message>
    <message>
        <source>Also in {path}</source>
        <translation>Auch in {path}</translation>
    </message>
    <message>
        <source>Alt+Down, or drag the lane</source>
        <translation>Alt+Pfeil ab oder die Spur ziehen</translation>
    </message>
    <message>
        <source>Alt+Up, or drag the lane</source>
        <translation>Alt+Pfeil auf oder die Spur ziehen</translation>
    </message>
    <message>
        <source>An export is running. Wait until it has finished.</source>
        <translation>Ein Export läuft. Warten, bis er fertig ist.</translation>
    </message>
    <message>
        <source>Anal&amp;yse again</source>
        <translation>Erneut &amp;analysieren</translation>
    </message>
    <message>
        <source>Analyse again</source>
        <translation>Erneut analysieren</translation>
    </message>
    <message>
        <source>Analyse all failed files again</source>
        <translation>Alle fehlgeschlagenen Dateien erneut analysieren</translation>
    </message>
    <message>
        <source>Analyse the queued files</source>
        <translation>Die Dateien der Warteschlange analysieren</translation>
    </message>
    <message>
        <source>Analyse the selected files again</source>
        <translation>Die ausgewählten Dateien erneut analysieren</translation>
    </message>
    <message>
        <source>Analysed</source>
        <translation>Analysiert</translation>
    </message>
    <message>
        <source>Analysing</source>
        <translation>Analyse läuft</translation>
    </message>
    <message>
        <source>Analysing the first tracks</source>
        <translation>Die ersten Titel werden analysiert</translation>
    </message>
    <message>
        <source>Analysing {name}</source>
        <translation>{name} wird analysiert</translation>
    </message>
    <message>
        <source>Analysing {settled:,} of {total:,}</source>
        <translation>Analyse: {settled:,} von {total:,}</translation>
    </message>
    <message>
        <source>Analysing…</source>
        <translation>Analyse läuft…</translation>
    </message>
    <message>
        <source>Analysis cancelled.</source>
        <translation>Analyse abgebrochen.</translation>
    </message>
    <message>
        <source>Analysis stopped. What it has found is kept.</source>
        <translation>Analyse angehalten. Bisher Gefundenes bleibt erhalten.</translation>
    </message>
    <message>
        <source>Annotations of {songs} saved in {path}.{unknown}</source>
        <translation>Annotationen ({songs}) in {path} gespeichert.{unknown}</translation>
    </message>
    <message>
        <source>Annotations saved in {path}.</source>
        <translation>Annotationen in {path} gespeichert.</translation>
    </message>
    <message>
        <source>Another run is writing into {folder}; wait for it or use another folder.</source>
        <translation>Ein anderer Lauf schreibt gerade in {folder}. Warten oder einen anderen Ordner verwenden.</translation>
    </message>
    <message>
        <source>Another window or run is analysing into {path}; wait for it, or use another library.</source>
        <translation>Ein anderes Fenster oder ein anderer Lauf analysiert gerade in {path}. Warten oder eine andere Bibliothek verwenden.</translation>
    </message>
    <message>
        <source>Another window or run is searching into {folder}; wait for it, or use another folder.</source>
        <translation>Ein anderes Fenster oder ein anderer Lauf sucht gerade in {folder}. Warten oder einen anderen Ordner verwenden.</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Areas under the curves</source>
        <translation>Flächen unter den Kurven</translation>
    </message>
    <message>
        <source>Areas under the curves of each class</source>
        <translation>Flächen unter den Kurven jeder Klasse</translation>
    </message>
    <message>
        <source>Arrange lanes, spectrogram (Shift+L)</source>
        <translation>Spuren anordnen, Spektrogramm (Umschalt+L)</translation>
    </message>
    <message>
        <source>Artist</source>
        <translation>Interpret</translation>
    </message>
    <message>
        <source>Artist, from the file&apos;s tags or edited</source>
        <translation>Interpret, aus den Tags der Datei oder bearbeitet</translation>
    </message>
    <message>
        <source>As found</source>
        <translation>Wie erkannt</translation>
    </message>
    <message>
        <source>As it comes</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>As one-hot columns, with the number of categories: {columns}. An entry not met before is 0 in all.</source>
        <translation>Als One-Hot-Spalten, mit der Zahl der Kategorien: {columns}. Ein unbekannter Eintrag ist in allen 0.</translation>
    </message>
    <message>
        <source>As recorded (\)</source>
        <translation>Original (\)</translation>
    </message>
    <message>
        <source>Asking the genre model</source>
        <translation>Genremodell wird befragt</translation>
    </message>
    <message>
        <source>At least </source>
        <translation>Mindestens </translation>
    </message>
    <message>
        <source>At least two labels are needed. Label tracks of the library first.</source>
        <translation>Mindestens zwei Labels sind nötig. Zuerst Titel der Bibliothek mit Labels versehen.</translation>
    </message>
    <message>
        <source>At playhead</source>
        <translation>Abspielposition</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Audacity labels…</source>
        <translation>Audacity-Labels…</translation>
    </message>
    <message>
        <source>Audio and video ({patterns})</source>
        <translation>Audio und Video ({patterns})</translation>
    </message>
    <message>
        <source>Average precision</source>
        <translation>Mittlere Präzision</translation>
    </message>
    <message>
        <source>BPM</source>
        <translation>BPM</translation>
    </message>
    <message>
        <source>BPM ({slowest:.0f}–{fastest:.0f})</source>
        <translation>BPM ({slowest:.0f}–{fastest:.0f})</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Back one b&amp;ar</source>
        <translation>Einen &amp;Takt zurück</translation>
    </message>
    <message>
        <source>Back to model list</source>
        <translation>Zurück zur Modellliste</translation>
    </message>
    <message>
        <source>Back to the filtered list (Esc)</source>
        <translation>Zurück zur gefilterten Liste (Esc)</translation>
    </message>
    <message>
        <source>Back to the mistakes</source>
        <translation>Zurück zu den Fehlern</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Balance</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>Balken</translation>
    </message>
    <message>
        <source>Baselines</source>
        <translation>Baselines</translation>
    </message>
    <message>
        <source>Baselines to train</source>
        <translation>Zu trainierende Baselines</translation>
    </message>
    <message>
        <source>Batc&amp;h settings…</source>
        <translation>Sta&amp;peleinstellungen…</translation>
    </message>
    <message>
        <source>Batch cancelled: {sums}; the rest stays in the queue.</source>
        <translation>Stapel abgebrochen: {sums}; der Rest bleibt in der Warteschlange.</translation>
    </message>
    <message>
        <source>Batch finished: {sums}.</source>
        <translation>Stapel fertig: {sums}.</translation>
    </message>
    <message>
        <source>Batch progress</source>
        <translation>Fortschritt des Stapels</translation>
    </message>
    <message>
        <source>Batch settings</source>
        <translation>Stapeleinstellungen</translation>
    </message>
    <message>
        <source>Batch settings…</source>
        <translation>Stapeleinstellungen…</translation>
    </message>
    <message>
        <source>Batch stopped: {reason} ({sums}; the rest stays in the queue).</source>
        <translation>Stapel angehalten: {reason} ({sums}; der Rest bleibt in der Warteschlange).</translation>
    </message>
    <message>
        <source>Beat {place}</source>
        <translation>Schlag {place}</translation>
    </message>
    <message>
        <source>Beats</source>
        <translation>Schläge</translation>
    </message>
    <message>
        <source>Beats and downbeats; B edits them</source>
        <translation>Schläge und Taktanfänge; B öffnet die Bearbeitung</translation>
    </message>
    <message>
        <source>Beats as text…</source>
        <translation>Schläge als Text…</translation>
    </message>
    <message>
        <source>Beats corrected by hand; Edit › History lists what was done</source>
        <translation>Schläge von Hand korrigiert; Bearbeiten › Verlauf zeigt die Schritte</translation>
    </message>
    <message>
        <source>Beats edited</source>
        <translation>Schläge bearbeitet</translation>
    </message>
    <message>
        <source>Beats in a bar</source>
        <translation>Schläge pro Takt</translation>
    </message>
    <message>
        <source>Beats per bar</source>
        <translation>Schläge pro Takt</translation>
    </message>
    <message>
        <source>Beats saved in {path}.</source>
        <translation>Schläge in {path} gespeichert.</translation>
    </message>
    <message>
        <source>Beats were found without the trained model, whose file is missing or damaged: less reliably.</source>
        <translation>Die Schläge wurden ohne das trainierte Modell gefunden, da seine Datei fehlt oder beschädigt ist: weniger zuverlässig.</translation>
    </message>
    <message>
        <source>Beats, Audacity labels, MIDI, JAMS, Sonic Visualiser (*.beats *.txt *.mid *.midi *.jams *.svl)</source>
        <translation>Schläge, Audacity-Labels, MIDI, JAMS, Sonic Visualiser (*.beats *.txt *.mid *.midi *.jams *.svl)</translation>
    </message>
    <message>
        <source>Beats, bars, features and genre of any audio file or folder</source>
        <translation>Schläge, Takte, Merkmale und Genre jeder Audiodatei und jedes Ordners</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Best accuracy</source>
        <translation>Beste Genauigkeit</translation>
    </message>
    <message>
        <source>Best: {mean:.4f} ± {spread:.4f} with {parameters}. {n_trials:,} trials, {fit_seconds:,.1f} s of fitting. {worth}</source>
        <translation>Bester Wert: {mean:.4f} ± {spread:.4f} mit {parameters}. {n_trials:,} Versuche, {fit_seconds:,.1f} s Rechenzeit. {worth}</translation>
    </message>
    <message>
        <source>Blue: accuracy on held-out rows. Orange, dashed: accuracy on training rows. Blue still rising: more rows would help. Orange far above blue: overfitting.</source>
        <translation>Blau: Genauigkeit auf zurückgehaltenen Zeilen. Orange, gestrichelt: Genauigkeit auf Trainingszeilen. Blau steigt noch: Mehr Zeilen würden helfen. Orange weit über Blau: Überanpassung.</translation>
    </message>
    <message>
        <source>Blue: both rise together. Orange: one falls as the other rises. Click: the two against each other.</source>
        <translation>Blau: Beide steigen gemeinsam. Orange: Eine fällt, wenn die andere steigt. Klick: beide gegeneinander.</translation>
    </message>
    <message>
        <source>Border   {time}</source>
        <translation>Grenze   {time}</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>Helligkeit</translation>
    </message>
    <message>
        <source>By accuracy lost</source>
        <translation>Nach Genauigkeitsverlust</translation>
    </message>
    <message>
        <source>By the model’s own importance</source>
        <translation>Nach eigener Wichtigkeit des Modells</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>Kalibrierung</translation>
    </message>
    <message>
        <source>Camelot</source>
        <translation>Camelot</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel analysis</source>
        <translation>Analyse abbrechen</translation>
    </message>
    <message>
        <source>Cancel batch</source>
        <translation>Stapel abbrechen</translation>
    </message>
    <message>
        <source>Cancel check</source>
        <translation>Vergleich abbrechen</translation>
    </message>
    <message>
        <source>Cancel export</source>
        <translation>Export abbrechen</translation>
    </message>
    <message>
        <source>Cancel or clear selection</source>
        <translation>Abbrechen oder Auswahl aufheben</translation>
    </message>
    <message>
        <source>Cancel prediction</source>
        <translation>Vorhersage abbrechen</translation>
    </message>
    <message>
        <source>Centre of mass of the magnitude spectrum; mean over the frames</source>
        <translation>Schwerpunkt des Betragsspektrums; Mittelwert über die Frames</translation>
    </message>
    <message>
        <source>Centre of mass of the magnitude spectrum; standard deviation over the frames</source>
        <translation>Schwerpunkt des Betragsspektrums; Standardabweichung über die Frames</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Chec&amp;k against librosa</source>
        <translation>Mit &amp;librosa vergleichen</translation>
    </message>
    <message>
        <source>Check against librosa</source>
        <translation>Vergleich mit librosa</translation>
    </message>
    <message>
        <source>Check for &amp;updates</source>
        <translation>Nach &amp;Updates suchen</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Geprüft</translation>
    </message>
    <message>
        <source>Checking classes</source>
        <translation>Klassen werden geprüft</translation>
    </message>
    <message>
        <source>Checking columns</source>
        <translation>Spalten werden geprüft</translation>
    </message>
    <message>
        <source>Checking groups</source>
        <translation>Gruppen werden geprüft</translation>
    </message>
    <message>
        <source>Checking names of classes</source>
        <translation>Klassennamen werden geprüft</translation>
    </message>
    <message>
        <source>Choose a grid on the left. Finished fits are kept at once: a stopped search resumes where it was.</source>
        <translation>Links ein Gitter wählen. Fertige Anpassungen werden sofort gesichert: Eine angehaltene Suche wird dort fortgesetzt, wo sie war.</translation>
    </message>
    <message>
        <source>Choose a row under “One row” to mark its path.</source>
        <translation>Unter „Eine Zeile“ eine Zeile wählen, um ihren Weg zu markieren.</translation>
    </message>
    <message>
        <source>Choose a row: a mistake below or any other. The estimator is fitted without it and its group; then each kind of feature is replaced by that of other rows, in many orders. Bars show the change in probability.</source>
        <translation>Eine Zeile wählen: einen Fehler unten oder eine beliebige andere. Der Schätzer wird ohne sie und ihre Gruppe angepasst; dann wird jede Merkmalsart in vielen Reihenfolgen durch die anderer Zeilen ersetzt. Balken zeigen die Änderung der Wahrscheinlichkeit.</translation>
    </message>
    <message>
        <source>Choose columns</source>
        <translation>Spalten wählen</translation>
    </message>
    <message>
        <source>Choose columns…</source>
        <translation>Spalten wählen…</translation>
    </message>
    <message>
        <source>Choose feature columns</source>
        <translation>Merkmalsspalten wählen</translation>
    </message>
    <message>
        <source>Choose file (Ctrl+O)</source>
        <translation>Datei wählen (Strg+O)</translation>
    </message>
    <message>
        <source>Choose visible columns</source>
        <translation>Sichtbare Spalten wählen</translation>
    </message>
    <message>
        <source>Chord that sounds longest in the passage, major or minor; empty where none does</source>
        <translation>Akkord, der in der Passage am längsten klingt, Dur oder Moll; leer, wenn keiner klingt</translation>
    </message>
    <message>
        <source>Chords</source>
        <translation>Akkorde</translation>
    </message>
    <message>
        <source>Chords on the beats; the paler, the less sure</source>
        <translation>Akkorde auf den Schlägen; je blasser, desto unsicherer</translation>
    </message>
    <message>
        <source>Chosen in each fold on the rows that are learned from, after scaling</source>
        <translation>In jedem Fold auf den Trainingszeilen ausgewählt, nach der Skalierung</translation>
    </message>
    <message>
        <source>Chroma</source>
        <translation>Chroma</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>Classes cannot be balanced by “{text}”; choose among {known}.</source>
        <translation>Klassen lassen sich nicht mit „{text}“ ausgleichen. Möglich sind: {known}.</translation>
    </message>
    <message>
        <source>Classes from {least:,} to {most:,} rows</source>
        <translation>Klassen mit {least:,} bis {most:,} Zeilen</translation>
    </message>
    <message>
        <source>Classified in windows of {heard:.0f} s; the model was trained on {trained_on:g} s.</source>
        <translation>In Fenstern von {heard:.0f} s klassifiziert; das Modell wurde mit Ausschnitten von {trained_on:g} s trainiert.</translation>
    </message>
    <message>
        <source>Classifier</source>
        <translation>Klassifikator</translation>
    </message>
    <message>
        <source>Classifying {left:,} tracks with {name}</source>
        <translation>{left:,} Titel werden mit {name} klassifiziert</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>Clip</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close data</source>
        <translation>Daten schließen</translation>
    </message>
    <message>
        <source>Close list</source>
        <translation>Liste schließen</translation>
    </message>
    <message>
        <source>Close notice</source>
        <translation>Hinweis schließen</translation>
    </message>
    <message>
        <source>Close preview</source>
        <translation>Vorschau schließen</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Column across</source>
        <translation>Spalte waagerecht</translation>
    </message>
    <message>
        <source>Column upwards</source>
        <translation>Spalte senkrecht</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Columns apart</source>
        <translation>Abweichende Spalten</translation>
    </message>
    <message>
        <source>Columns of 0 and 1, one for each entry of the text</source>
        <translation>Spalten aus 0 und 1, eine für jeden Eintrag des Textes</translation>
    </message>
    <message>
        <source>Columns to keep</source>
        <translation>Zu behaltende Spalten</translation>
    </message>
    <message>
        <source>Commas are taken for decimal commas: “{text}” is read as {number:.12g}. If they part thousands, write the numbers without them.</source>
        <translation>Kommas gelten als Dezimalkommas: „{text}“ wird als {number:.12g} gelesen. Falls sie Tausender trennen, die Zahlen ohne sie schreiben.</translation>
    </message>
    <message>
        <source>Committee</source>
        <translation>Komitee</translation>
    </message>
    <message>
        <source>Compare both on the rows of the open data</source>
        <translation>Beide auf den Zeilen der geöffneten Daten vergleichen</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Vergleichen mit</translation>
    </message>
    <message>
        <source>Comparing all rows takes too long beyond {most_rows:,} rows; exact copies were searched.</source>
        <translation>Ab {most_rows:,} Zeilen dauert der Vergleich aller Zeilen zu lange; exakte Kopien wurden gesucht.</translation>
    </message>
    <message>
        <source>Comparing two models</source>
        <translation>Zwei Modelle werden verglichen</translation>
    </message>
    <message>
        <source>Compatible keys</source>
        <translation>Passende Tonarten</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Confusion</source>
        <translation>Konfusion</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>Konfusionsmatrix</translation>
    </message>
    <message>
        <source>Confusion matrix of {name}</source>
        <translation>Konfusionsmatrix von {name}</translation>
    </message>
    <message>
        <source>Confusion matrix. {words}</source>
        <translation>Konfusionsmatrix. {words}</translation>
    </message>
    <message>
        <source>Connecting to {cluster}</source>
        <translation>Verbindung mit {cluster} wird hergestellt</translation>
    </message>
    <message>
        <source>Container, codec, sampling rate and channels of the file</source>
        <translation>Container, Codec, Abtastrate und Kanäle der Datei</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Contrast and noisiness</source>
        <translation>Kontrast und Rauschanteil</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Copy all of this for a report of a fault</source>
        <translation>Alle Angaben für einen Fehlerbericht kopieren</translation>
    </message>
    <message>
        <source>Copy all rows, for a spreadsheet</source>
        <translation>Alle Zeilen für eine Tabellenkalkulation kopieren</translation>
    </message>
    <message>
        <source>Copy of {title} saved as {target}.</source>
        <translation>Kopie von {title} als {target} gespeichert.</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>Copy selected rows</source>
        <translation>Ausgewählte Zeilen kopieren</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>Tabelle kopieren</translation>
    </message>
    <message>
        <source>Copy the model to a file</source>
        <translation>Modell in eine Datei kopieren</translation>
    </message>
    <message>
        <source>Copy whole table</source>
        <translation>Ganze Tabelle kopieren</translation>
    </message>
    <message>
        <source>Copy, export, columns and shading</source>
        <translation>Kopieren, Export, Spalten und Einfärbung</translation>
    </message>
    <message>
        <source>Correlating the columns</source>
        <translation>Spalten werden korreliert</translation>
    </message>
    <message>
        <source>Correlating the columns…</source>
        <translation>Spalten werden korreliert…</translation>
    </message>
    <message>
        <source>Correlation</source>
        <translation>Korrelation</translation>
    </message>
    <message>
        <source>Correlation matrix. {words}</source>
        <translation>Korrelationsmatrix. {words}</translation>
    </message>
    <message>
        <source>Correlation of columns</source>
        <translation>Korrelation der Spalten</translation>
    </message>
    <message>
        <source>Correlation of the measured key with its profile</source>
        <translation>Korrelation der gemessenen Tonart mit ihrem Profil</translation>
    </message>
    <message>
        <source>Correlations</source>
        <translation>Korrelationen</translation>
    </message>
    <message>
        <source>Cross-validate the selected combination on the same folds</source>
        <translation>Die ausgewählte Kombination auf denselben Folds kreuzvalidieren</translation>
    </message>
    <message>
        <source>Cross-validation needs at least two folds.</source>
        <translation>Kreuzvalidierung braucht mindestens zwei Folds.</translation>
    </message>
    <message>
        <source>Ctrl+Page Down: next</source>
        <translation>Strg+Bild ab: nächster</translation>
    </message>
    <message>
        <source>Ctrl+Page Up: previous</source>
        <translation>Strg+Bild auf: voriger</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Kurven</translation>
    </message>
    <message>
        <source>Curves need probabilities, which these estimators have not.</source>
        <translation>Kurven brauchen Wahrscheinlichkeiten, die diese Schätzer nicht haben.</translation>
    </message>
    <message>
        <source>DC offset</source>
        <translation>DC-Offset</translation>
    </message>
    <message>
        <source>DC offset in {listed}</source>
        <translation>DC-Offset in {listed}</translation>
    </message>
    <message>
        <source>Damaged library kept as {name}.</source>
        <translation>Beschädigte Bibliothek als {name} aufbewahrt.</translation>
    </message>
    <message>
        <source>Dashed line: probabilities equal the share of correct predictions. Below it an estimator is overconfident, above it underconfident.</source>
        <translation>Gestrichelte Linie: Die Wahrscheinlichkeiten entsprechen dem Anteil richtiger Vorhersagen. Darunter ist ein Schätzer zu selbstsicher, darüber zu zurückhaltend.</translation>
    </message>
    <message>
        <source>Dask cluster</source>
        <translation>Dask-Cluster</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Data cannot be used yet</source>
        <translation>Daten noch nicht verwendbar</translation>
    </message>
    <message>
        <source>Data columns</source>
        <translation>Datenspalten</translation>
    </message>
    <message>
        <source>Data rows</source>
        <translation>Datenzeilen</translation>
    </message>
    <message>
        <source>Data settings</source>
        <translation>Dateneinstellungen</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Date added to the library</source>
        <translation>Datum des Hinzufügens zur Bibliothek</translation>
    </message>
    <message>
        <source>Decision tree</source>
        <translation>Entscheidungsbaum</translation>
    </message>
    <message>
        <source>Decoding</source>
        <translation>Wird dekodiert</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Default lanes</source>
        <translation>Standardspuren</translation>
    </message>
    <message>
        <source>Default model for clips and the library</source>
        <translation>Standardmodell für Clips und die Bibliothek</translation>
    </message>
    <message>
        <source>Default model: classifies clips and the library.</source>
        <translation>Standardmodell: klassifiziert Clips und die Bibliothek.</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Definition</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Demo songs</source>
        <translation>Demostücke</translation>
    </message>
    <message>
        <source>Densities</source>
        <translation>Dichten</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Details &amp;panel</source>
        <translation>Detailbe&amp;reich</translation>
    </message>
    <message>
        <source>Details of the selection</source>
        <translation>Details der Auswahl</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>Different</source>
        <translation>Verschieden</translation>
    </message>
    <message>
        <source>Different predictions for {differ:,} of {n:,} rows: only new correct {gained:,}, only old correct {lost:,}, neither {neither:,}.{left}</source>
        <translation>Verschiedene Vorhersagen für {differ:,} von {n:,} Zeilen: nur neues Modell richtig {gained:,}, nur altes richtig {lost:,}, keines {neither:,}.{left}</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>Anzeige</translation>
    </message>
    <message>
        <source>Distance from the training music of the model; above 1 the track is none of its genres</source>
        <translation>Abstand von der Trainingsmusik des Modells; über 1 gehört der Titel zu keinem seiner Genres</translation>
    </message>
    <message>
        <source>Distance {distance}
{reasons}</source>
        <translation>Abstand {distance}
{reasons}</translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation>Verteilung</translation>
    </message>
    <message>
        <source>Distributions</source>
        <translation>Verteilungen</translation>
    </message>
    <message>
        <source>Do not analyse these files</source>
        <translation>Diese Dateien nicht analysieren</translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation>Doktor</translation>
    </message>
    <message>
        <source>Doctor&apos;s findings</source>
        <translation>Befunde des Doktors</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Double-click a row: play · Double-click a column: draw · Click the map: play · Space: pause</source>
        <translation>Doppelklick auf eine Zeile: abspielen · Doppelklick auf eine Spalte: zeichnen · Klick in die Karte: abspielen · Leertaste: Pause</translation>
    </message>
    <message>
        <source>Double-click: open · Several rows: compare · Drop a run folder to open it</source>
        <translation>Doppelklick: öffnen · Mehrere Zeilen: vergleichen · Laufordner hierher ziehen: öffnen</translation>
    </message>
    <message>
        <source>Downbeat at {time}</source>
        <translation>Taktanfang bei {time}</translation>
    </message>
    <message>
        <source>Drag a beat (Shift: all from here on) · Double-click adds, Del removes · Alt: no snapping · Right click: more</source>
        <translation>Schlag ziehen (Umschalt: alle ab hier) · Doppelklick fügt hinzu, Entf entfernt · Alt: ohne Einrasten · Rechtsklick: mehr</translation>
    </message>
    <message>
        <source>Drag this title to move the lane, the gap below it to size it.</source>
        <translation>Diesen Titel ziehen, um die Spur zu verschieben; den Spalt darunter, um ihre Höhe zu ändern.</translation>
    </message>
    <message>
        <source>Drawing curves</source>
        <translation>Kurven werden gezeichnet</translation>
    </message>
    <message>
        <source>Drawing curves…</source>
        <translation>Kurven werden gezeichnet…</translation>
    </message>
    <message>
        <source>Drawing the map</source>
        <translation>Karte wird gezeichnet</translation>
    </message>
    <message>
        <source>Drawing the map, once nothing else runs…</source>
        <translation>Karte wird gezeichnet, sobald nichts anderes läuft…</translation>
    </message>
    <message>
        <source>Drawing the spectrum</source>
        <translation>Spektrum wird gezeichnet</translation>
    </message>
    <message>
        <source>Drawing the tree</source>
        <translation>Baum wird gezeichnet</translation>
    </message>
    <message>
        <source>Drop a folder here</source>
        <translation>Ordner hierher ziehen</translation>
    </message>
    <message>
        <source>Drop a song here</source>
        <translation>Ein Stück hierher ziehen</translation>
    </message>
    <message>
        <source>Drop a table of features or a folder of classes · Alt+1 to Alt+7: steps</source>
        <translation>Merkmalstabelle oder Klassenordner hierher ziehen · Alt+1 bis Alt+7: Schritte</translation>
    </message>
    <message>
        <source>Drop a table of features, a folder of classes, a run folder or a model file</source>
        <translation>Merkmalstabelle, Klassenordner, Laufordner oder Modelldatei hierher ziehen</translation>
    </message>
    <message>
        <source>Drop a table or a folder</source>
        <translation>Tabelle oder Ordner hierher ziehen</translation>
    </message>
    <message>
        <source>Drop one table or one folder with a subfolder for each class.</source>
        <translation>Eine Tabelle oder einen Ordner mit einem Unterordner je Klasse hierher ziehen.</translation>
    </message>
    <message>
        <source>Drop to add to the library</source>
        <translation>Ablegen, um zur Bibliothek hinzuzufügen</translation>
    </message>
    <message>
        <source>Drop to open</source>
        <translation>Zum Öffnen ablegen</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>Verworfen</translation>
    </message>
    <message>
        <source>Dropped combinations</source>
        <translation>Verworfene Kombinationen</translation>
    </message>
    <message>
        <source>Dropped combinations with reasons</source>
        <translation>Verworfene Kombinationen mit Gründen</translation>
    </message>
    <message>
        <source>Drops combinations early that can no longer win: near the best in a fraction of the time.</source>
        <translation>Verwirft früh Kombinationen, die nicht mehr gewinnen können: nahezu das Beste in einem Bruchteil der Zeit.</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>E&amp;xport beats, sections…</source>
        <translation>Schläge, Abschnitte e&amp;xportieren…</translation>
    </message>
    <message>
        <source>Each beat needs a position in its bar, 1 or more.</source>
        <translation>Jeder Schlag braucht eine Position im Takt, mindestens 1.</translation>
    </message>
    <message>
        <source>Each dot is a row. Click a dot to play its song.</source>
        <translation>Jeder Punkt ist eine Zeile. Klick auf einen Punkt spielt das Stück ab.</translation>
    </message>
    <message>
        <source>Each dot is a row; near dots have similar features.{plays}</source>
        <translation>Jeder Punkt ist eine Zeile; nahe Punkte haben ähnliche Merkmale.{plays}</translation>
    </message>
    <message>
        <source>Edit beats (B)</source>
        <translation>Schläge bearbeiten (B)</translation>
    </message>
    <message>
        <source>Edit sections</source>
        <translation>Abschnitte bearbeiten</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>Bearbeitet</translation>
    </message>
    <message>
        <source>Editing beats</source>
        <translation>Schläge bearbeiten</translation>
    </message>
    <message>
        <source>End a process that needs more and list its file as failed</source>
        <translation>Einen Prozess beenden, der mehr braucht, und seine Datei als fehlgeschlagen führen</translation>
    </message>
    <message>
        <source>End of the passage</source>
        <translation>Ende der Passage</translation>
    </message>
    <message>
        <source>Energy of the percussive part (dark, from below) and of the harmonic part (pale, above it), in per cent of both, over about a bar</source>
        <translation>Energie des perkussiven Anteils (dunkel, von unten) und des harmonischen (hell, darüber), in Prozent von beiden, über etwa einen Takt</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Errors prevent training. Nothing changes until you choose a remedy.</source>
        <translation>Fehler verhindern das Training. Nichts ändert sich, bis Sie eine Abhilfe wählen.</translation>
    </message>
    <message>
        <source>Esc: stop (the search resumes where it was)</source>
        <translation>Esc: anhalten (die Suche wird dort fortgesetzt, wo sie war)</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>Schätzung</translation>
    </message>
    <message>
        <source>Estimate {number} of {n_folds}</source>
        <translation>Schätzung {number} von {n_folds}</translation>
    </message>
    <message>
        <source>Estimating the tempo</source>
        <translation>Tempo wird geschätzt</translation>
    </message>
    <message>
        <source>Estimator</source>
        <translation>Schätzer</translation>
    </message>
    <message>
        <source>Estimator of the curves</source>
        <translation>Schätzer der Kurven</translation>
    </message>
    <message>
        <source>Estimators</source>
        <translation>Schätzer</translation>
    </message>
    <message>
        <source>Evaluated on random and grouped folds.</source>
        <translation>Auf zufälligen und gruppierten Folds ausgewertet.</translation>
    </message>
    <message>
        <source>Evaluated on random folds and folds grouped by {column}.</source>
        <translation>Auf zufälligen und auf nach {column} gruppierten Folds ausgewertet.</translation>
    </message>
    <message>
        <source>Evaluated on random folds only. Choose groups to measure accuracy on new groups.</source>
        <translation>Nur auf zufälligen Folds ausgewertet. Gruppen wählen, um die Genauigkeit bei neuen Gruppen zu messen.</translation>
    </message>
    <message>
        <source>Evaluated on the fixed split “{split}”.</source>
        <translation>Ausgewertet auf der festen Aufteilung „{split}“.</translation>
    </message>
    <message>
        <source>Evaluating {name}</source>
        <translation>{name} wird ausgewertet</translation>
    </message>
    <message>
        <source>Evaluating {title}</source>
        <translation>{title} wird ausgewertet</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>Auswertung</translation>
    </message>
    <message>
        <source>Every combination on every fold: the same table as scikit-learn’s GridSearchCV.</source>
        <translation>Jede Kombination auf jedem Fold: dieselbe Tabelle wie GridSearchCV von scikit-learn.</translation>
    </message>
    <message>
        <source>Every row is sorted by the probability of each class.</source>
        <translation>Jede Zeile wird nach der Wahrscheinlichkeit jeder Klasse sortiert.</translation>
    </message>
    <message>
        <source>Every row of {name} has a class of its own in the column “{column}”. Choose another column as label.</source>
        <translation>Jede Zeile von {name} hat in der Spalte „{column}“ eine eigene Klasse. Eine andere Spalte als Label wählen.</translation>
    </message>
    <message>
        <source>Every training and search is kept here with its settings, from the first fit.</source>
        <translation>Jedes Training und jede Suche wird hier von der ersten Anpassung an mit allen Einstellungen aufbewahrt.</translation>
    </message>
    <message>
        <source>Every worker that tried it ended unexpectedly, possibly out of memory.</source>
        <translation>Jeder Worker, der es versuchte, endete unerwartet, vielleicht aus Speichermangel.</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>Examine</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Examine again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>Examine the data with all changes</source>
        <translation>Daten mit allen Änderungen prüfen</translation>
    </message>
    <message>
        <source>Examined</source>
        <translation>Geprüft</translation>
    </message>
    <message>
        <source>Examining the data</source>
        <translation>Daten werden geprüft</translation>
    </message>
    <message>
        <source>Examining…</source>
        <translation>Prüfung läuft…</translation>
    </message>
    <message>
        <source>Exhaustive</source>
        <translation>Vollständig</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>Erklären</translation>
    </message>
    <message>
        <source>Explaining {row_names}</source>
        <translation>{row_names} wird erklärt</translation>
    </message>
    <message>
        <source>Explore</source>
        <translation>Erkunden</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Export as {name}…</source>
        <translation>Als {name} exportieren…</translation>
    </message>
    <message>
        <source>Export beats</source>
        <translation>Schläge exportieren</translation>
    </message>
    <message>
        <source>Export beats, sections and chords</source>
        <translation>Schläge, Abschnitte und Akkorde exportieren</translation>
    </message>
    <message>
        <source>Export cancelled; nothing was written.</source>
        <translation>Export abgebrochen; nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>Export chart</source>
        <translation>Diagramm exportieren</translation>
    </message>
    <message>
        <source>Export song sheets</source>
        <translation>Songblätter exportieren</translation>
    </message>
    <message>
        <source>Export table</source>
        <translation>Tabelle exportieren</translation>
    </message>
    <message>
        <source>Export table of {passages}</source>
        <translation>Tabelle exportieren: {passages}</translation>
    </message>
    <message>
        <source>Export tables to folder</source>
        <translation>Tabellen in Ordner exportieren</translation>
    </message>
    <message>
        <source>Export {title}</source>
        <translation>{title} exportieren</translation>
    </message>
    <message>
        <source>Export {what} as CSV…</source>
        <translation>Als CSV exportieren: {what}…</translation>
    </message>
    <message>
        <source>Export {what} as Parquet…</source>
        <translation>Als Parquet exportieren: {what}…</translation>
    </message>
    <message>
        <source>Export {what} as playlist</source>
        <translation>Als Playlist exportieren: {what}</translation>
    </message>
    <message>
        <source>Export {what} as playlist…</source>
        <translation>Als Playlist exportieren: {what}…</translation>
    </message>
    <message>
        <source>Export {what} to folder</source>
        <translation>In Ordner exportieren: {what}</translation>
    </message>
    <message>
        <source>Exporting {what}</source>
        <translation>Export: {what}</translation>
    </message>
    <message>
        <source>Extra trees</source>
        <translation>Extra Trees</translation>
    </message>
    <message>
        <source>F&amp;ailed files</source>
        <translation>Fehl&amp;geschlagene Dateien</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Failed files</source>
        <translation>Fehlgeschlagene Dateien</translation>
    </message>
    <message>
        <source>Fas&amp;ter</source>
        <translation>Schn&amp;eller</translation>
    </message>
    <message>
        <source>Feature</source>
        <translation>Merkmal</translation>
    </message>
    <message>
        <source>Feature set</source>
        <translation>Merkmalssatz</translation>
    </message>
    <message>
        <source>Feature set differs: a model trained on these columns cannot classify clips.</source>
        <translation>Merkmalssatz weicht ab: Ein mit diesen Spalten trainiertes Modell kann keine Clips klassifizieren.</translation>
    </message>
    <message>
        <source>Feature set differs: samples lie between -1 and 1, frequencies below 11,025 Hz. Possible causes: 16-bit integers or another sampling rate. Do not apply a model trained on them to audio here; analyse the audio again.</source>
        <translation>Anderer Merkmalssatz: Abtastwerte liegen zwischen -1 und 1, Frequenzen unter 11.025 Hz. Mögliche Ursachen: 16-Bit-Ganzzahlen oder eine andere Abtastrate. Ein damit trainiertes Modell hier nicht auf Audio anwenden; Audio neu analysieren.</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>Merkmale</translation>
    </message>
    <message>
        <source>Features of the song in place of its summary</source>
        <translation>Merkmale des Stücks statt Überblick</translation>
    </message>
    <message>
        <source>Features of the {passages}</source>
        <translation>Merkmale: {passages}</translation>
    </message>
    <message>
        <source>Fewer than two labels have tracks with the extended features: 1 track was analysed before these were measured. Analyse it again in the library, or choose the 58 features of the study.</source>
        <translation>Weniger als zwei Labels haben Titel mit den erweiterten Merkmalen: 1 Titel wurde analysiert, bevor diese gemessen wurden. Ihn in der Bibliothek erneut analysieren oder die 58 Merkmale der Studie wählen.</translation>
    </message>
    <message>
        <source>Fewer than two labels have tracks with the extended features: {tracks:,} tracks were analysed before these were measured. Analyse them again in the library, or choose the 58 features of the study.</source>
        <translation>Weniger als zwei Labels haben Titel mit den erweiterten Merkmalen: {tracks:,} Titel wurden analysiert, bevor diese gemessen wurden. Sie in der Bibliothek erneut analysieren oder die 58 Merkmale der Studie wählen.</translation>
    </message>
    <message>
        <source>Fil&amp;ter</source>
        <translation>Fil&amp;ter</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>File cannot be used</source>
        <translation>Datei nicht verwendbar</translation>
    </message>
    <message>
        <source>File length: tells in which batch a clip was cut, not how it sounds.</source>
        <translation>Dateilänge: zeigt, in welchem Durchgang ein Clip geschnitten wurde, nicht, wie er klingt.</translation>
    </message>
    <message>
        <source>Files at a time</source>
        <translation>Dateien gleichzeitig</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter examples</source>
        <translation>Filterbeispiele</translation>
    </message>
    <message>
        <source>Filter tracks</source>
        <translation>Titel filtern</translation>
    </message>
    <message>
        <source>Filter {what}</source>
        <translation>{what} filtern</translation>
    </message>
    <message>
        <source>Filter {what} by name</source>
        <translation>{what} nach Namen filtern</translation>
    </message>
    <message>
        <source>Filter: words, bpm:120-130, key:Am, label:…</source>
        <translation>Filter: Wörter, bpm:120-130, key:Am, label:…</translation>
    </message>
    <message>
        <source>Find &amp;missing files</source>
        <translation>&amp;Fehlende Dateien suchen</translation>
    </message>
    <message>
        <source>Find &amp;similar</source>
        <translation>Ähn&amp;liche suchen</translation>
    </message>
    <message>
        <source>Find column</source>
        <translation>Spalte suchen</translation>
    </message>
    <message>
        <source>Find in all licences</source>
        <translation>In allen Lizenzen suchen</translation>
    </message>
    <message>
        <source>Find in the guide</source>
        <translation>Im Handbuch suchen</translation>
    </message>
    <message>
        <source>Find row by name</source>
        <translation>Zeile nach Namen suchen</translation>
    </message>
    <message>
        <source>Finding beats around your corrections</source>
        <translation>Schläge rund um die Korrekturen werden gesucht</translation>
    </message>
    <message>
        <source>Finding columns that reveal the source</source>
        <translation>Verräterische Spalten werden gesucht</translation>
    </message>
    <message>
        <source>Finding copies</source>
        <translation>Kopien werden gesucht</translation>
    </message>
    <message>
        <source>Finding doubtful labels</source>
        <translation>Zweifelhafte Labels werden gesucht</translation>
    </message>
    <message>
        <source>Finding outliers</source>
        <translation>Ausreißer werden gesucht</translation>
    </message>
    <message>
        <source>Finding sections</source>
        <translation>Abschnitte werden gesucht</translation>
    </message>
    <message>
        <source>Finding the key</source>
        <translation>Tonart wird bestimmt</translation>
    </message>
    <message>
        <source>Finding the tuning</source>
        <translation>Stimmung wird bestimmt</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Findings from before your changes. Examine again when done.</source>
        <translation>Befunde von vor Ihren Änderungen. Zum Schluss erneut prüfen.</translation>
    </message>
    <message>
        <source>First estimator</source>
        <translation>Erster Schätzer</translation>
    </message>
    <message>
        <source>First fits running…</source>
        <translation>Erste Anpassungen laufen…</translation>
    </message>
    <message>
        <source>Fit every estimator on growing parts of the rows; takes five times as long</source>
        <translation>Jeden Schätzer auf wachsenden Teilen der Zeilen anpassen; dauert fünfmal so lange</translation>
    </message>
    <message>
        <source>Fit time</source>
        <translation>Rechenzeit</translation>
    </message>
    <message>
        <source>Fitted in each fold on the rows that are learned from</source>
        <translation>In jedem Fold auf den Trainingszeilen angepasst</translation>
    </message>
    <message>
        <source>Fitted on another table ({table}…): these rows are new to it, unless some are in both</source>
        <translation>Auf einer anderen Tabelle angepasst ({table}…): Diese Zeilen sind ihm neu, sofern nicht einige in beiden stehen</translation>
    </message>
    <message>
        <source>Fitted on exactly these rows</source>
        <translation>Auf genau diesen Zeilen angepasst</translation>
    </message>
    <message>
        <source>Fitted on rows of the same table</source>
        <translation>Auf Zeilen derselben Tabelle angepasst</translation>
    </message>
    <message>
        <source>Fitting the trees</source>
        <translation>Bäume werden angepasst</translation>
    </message>
    <message>
        <source>Fitting {name}</source>
        <translation>{name} wird angepasst</translation>
    </message>
    <message>
        <source>Fitting {name} without {row_names}</source>
        <translation>{name} wird ohne {row_names} angepasst</translation>
    </message>
    <message>
        <source>Fixed split</source>
        <translation>Feste Aufteilung</translation>
    </message>
    <message>
        <source>Fixed split {shares}{what}, seed {seed}</source>
        <translation>Feste Aufteilung {shares}{what}, Startwert {seed}</translation>
    </message>
    <message>
        <source>Fixed split, valid rows</source>
        <translation>Feste Aufteilung, Validierungszeilen</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Folder of the file</source>
        <translation>Ordner der Datei</translation>
    </message>
    <message>
        <source>Folder: {folder}</source>
        <translation>Ordner: {folder}</translation>
    </message>
    <message>
        <source>Folds</source>
        <translation>Folds</translation>
    </message>
    <message>
        <source>Folds grouped by {column}</source>
        <translation>Folds, gruppiert nach {column}</translation>
    </message>
    <message>
        <source>Folds never split the rows of a group</source>
        <translation>Folds trennen nie die Zeilen einer Gruppe</translation>
    </message>
    <message>
        <source>Follow &amp;system</source>
        <translation>Wie &amp;System</translation>
    </message>
    <message>
        <source>For and against {genres}, in per cent</source>
        <translation>Für und gegen {genres}, in Prozent</translation>
    </message>
    <message>
        <source>For classes of unequal size; rows that are judged stay as they are</source>
        <translation>Für ungleich große Klassen; beurteilte Zeilen bleiben, wie sie sind</translation>
    </message>
    <message>
        <source>Forget what was arranged here</source>
        <translation>Die hier getroffene Anordnung verwerfen</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vorwärts</translation>
    </message>
    <message>
        <source>Forward one ba&amp;r</source>
        <translation>Einen Takt v&amp;or</translation>
    </message>
    <message>
        <source>Found while reading the data.</source>
        <translation>Beim Lesen der Daten gefunden.</translation>
    </message>
    <message>
        <source>Frequency below which 85 % of the magnitude lies; mean over the frames</source>
        <translation>Frequenz, unter der 85 % des Betrags liegen; Mittelwert über die Frames</translation>
    </message>
    <message>
        <source>Frequency below which 85 % of the magnitude lies; standard deviation over the frames</source>
        <translation>Frequenz, unter der 85 % des Betrags liegen; Standardabweichung über die Frames</translation>
    </message>
    <message>
        <source>From here on</source>
        <translation>Ab hier</translation>
    </message>
    <message>
        <source>From the library</source>
        <translation>Aus der Bibliothek</translation>
    </message>
    <message>
        <source>From the study</source>
        <translation>Aus der Studie</translation>
    </message>
    <message>
        <source>From {start} to {end} · </source>
        <translation>Von {start} bis {end} · </translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>Gain</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>Genre</source>
        <translation>Genre</translation>
    </message>
    <message>
        <source>Genre along the piece</source>
        <translation>Genre im Verlauf</translation>
    </message>
    <message>
        <source>Genre along the piece, window by window</source>
        <translation>Genre im Verlauf des Stücks, Fenster für Fenster</translation>
    </message>
    <message>
        <source>Genre model that predicted the genre</source>
        <translation>Genremodell, das das Genre vorhergesagt hat</translation>
    </message>
    <message>
        <source>Genre models (*{suffix})</source>
        <translation>Genremodelle (*{suffix})</translation>
    </message>
    <message>
        <source>Geometric over arithmetic mean of the power; 0: tone, 1: white noise; mean over the frames</source>
        <translation>Geometrisches durch arithmetisches Mittel der Leistung; 0: Ton, 1: weißes Rauschen; Mittelwert über die Frames</translation>
    </message>
    <message>
        <source>Geometric over arithmetic mean of the power; 0: tone, 1: white noise; standard deviation over the frames</source>
        <translation>Geometrisches durch arithmetisches Mittel der Leistung; 0: Ton, 1: weißes Rauschen; Standardabweichung über die Frames</translation>
    </message>
    <message>
        <source>Give the files written last their former tags back</source>
        <translation>Den zuletzt geschriebenen Dateien ihre früheren Tags zurückgeben</translation>
    </message>
    <message>
        <source>Go on without the doctor</source>
        <translation>Ohne den Doktor weitermachen</translation>
    </message>
    <message>
        <source>Go to &amp;notices</source>
        <translation>Zu den &amp;Hinweisen</translation>
    </message>
    <message>
        <source>Go to &amp;start</source>
        <translation>Zum A&amp;nfang</translation>
    </message>
    <message>
        <source>Go to Baselines</source>
        <translation>Zu den Baselines</translation>
    </message>
    <message>
        <source>Go to Data</source>
        <translation>Zu den Daten</translation>
    </message>
    <message>
        <source>Go to start</source>
        <translation>Zum Anfang</translation>
    </message>
    <message>
        <source>Gradient boosting</source>
        <translation>Gradient Boosting</translation>
    </message>
    <message>
        <source>Grey: impurity importance, as in the study. It favours columns with many values and is shared between correlated columns; rely on the purple bars.</source>
        <translation>Grau: Wichtigkeit nach Unreinheit, wie in der Studie. Sie bevorzugt Spalten mit vielen Werten und verteilt sich auf korrelierte Spalten; maßgeblich sind die violetten Balken.</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>Gitter</translation>
    </message>
    <message>
        <source>Grid, {name}</source>
        <translation>Gitter, {name}</translation>
    </message>
    <message>
        <source>Groovescope</source>
        <translation>Groovescope</translation>
    </message>
    <message>
        <source>Groovescope guide</source>
        <translation>Groovescope-Handbuch</translation>
    </message>
    <message>
        <source>Groovescope library (*.sqlite)</source>
        <translation>Groovescope-Bibliothek (*.sqlite)</translation>
    </message>
    <message>
        <source>Groovescope {version}</source>
        <translation>Groovescope {version}</translation>
    </message>
    <message>
        <source>Groovescope {version} is available. This is {own}.</source>
        <translation>Groovescope {version} ist verfügbar. Dies ist {own}.</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Grouped</source>
        <translation>Gruppiert</translation>
    </message>
    <message>
        <source>Grouped folds</source>
        <translation>Gruppierte Folds</translation>
    </message>
    <message>
        <source>Grouped, strict</source>
        <translation>Gruppiert, streng</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>Groups do not allow folds</source>
        <translation>Gruppen lassen keine Folds zu</translation>
    </message>
    <message>
        <source>Guessed</source>
        <translation>Vermutet</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Handbuch</translation>
    </message>
    <message>
        <source>HPR</source>
        <translation>HPR</translation>
    </message>
    <message>
        <source>Harmonic and percussive</source>
        <translation>Harmonisch und perkussiv</translation>
    </message>
    <message>
        <source>Harmonic part</source>
        <translation>Harmonischer Anteil</translation>
    </message>
    <message>
        <source>Harmony (chroma)</source>
        <translation>Harmonik (Chroma)</translation>
    </message>
    <message>
        <source>Held-out rows, % of each true class. Rows: true class. Columns: predicted class.</source>
        <translation>Zurückgehaltene Zeilen, % jeder wahren Klasse. Zeilen: wahre Klasse. Spalten: vorhergesagte Klasse.</translation>
    </message>
    <message>
        <source>Hide {column}</source>
        <translation>{column} ausblenden</translation>
    </message>
    <message>
        <source>Hide {title}</source>
        <translation>{title} ausblenden</translation>
    </message>
    <message>
        <source>Higher</source>
        <translation>Höher</translation>
    </message>
    <message>
        <source>Highest true peak</source>
        <translation>Höchster True Peak</translation>
    </message>
    <message>
        <source>Histogram boosting</source>
        <translation>Histogramm-Boosting</translation>
    </message>
    <message>
        <source>How likely that chord is among all, by what sounds in the passage, 0 to 1</source>
        <translation>Wie wahrscheinlich dieser Akkord unter allen ist, nach dem Klang der Passage, 0 bis 1</translation>
    </message>
    <message>
        <source>How what the search chooses is judged on rows that had no part in the choice</source>
        <translation>Wie die Wahl der Suche auf Zeilen beurteilt wird, die an der Wahl nicht beteiligt waren</translation>
    </message>
    <message>
        <source>I&amp;mport beats…</source>
        <translation>Sc&amp;hläge importieren…</translation>
    </message>
    <message>
        <source>Image (PNG)…</source>
        <translation>Bild (PNG)…</translation>
    </message>
    <message>
        <source>Import &amp;sections…</source>
        <translation>A&amp;bschnitte importieren…</translation>
    </message>
    <message>
        <source>Import beats</source>
        <translation>Schläge importieren</translation>
    </message>
    <message>
        <source>Import sections</source>
        <translation>Abschnitte importieren</translation>
    </message>
    <message>
        <source>Import {name}</source>
        <translation>{name} importieren</translation>
    </message>
    <message>
        <source>Importance</source>
        <translation>Wichtigkeit</translation>
    </message>
    <message>
        <source>Importance for {name}</source>
        <translation>Wichtigkeit für {name}</translation>
    </message>
    <message>
        <source>Importance, reasons and saving need the data of this run: open {name} in Data.</source>
        <translation>Wichtigkeit, Gründe und Speichern brauchen die Daten dieses Laufs: öffnen Sie {name} unter „Daten“.</translation>
    </message>
    <message>
        <source>Impossible values in {listed}</source>
        <translation>Unmögliche Werte in {listed}</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>In Worten</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Integrated loudness by ITU-R BS.1770-4</source>
        <translation>Integrierte Lautheit nach ITU-R BS.1770-4</translation>
    </message>
    <message>
        <source>Internal error. Try again; if it returns, report it with the log file {log}.</source>
        <translation>Interner Fehler. Erneut versuchen; tritt er wieder auf, bitte mit der Protokolldatei {log} melden.</translation>
    </message>
    <message>
        <source>Interrupted: {kind}, on {data}; {kept}.</source>
        <translation>Unterbrochen: {kind}, mit {data}; {kept}.</translation>
    </message>
    <message>
        <source>It almost equals the class: a single feature of the sound rarely separates classes this well.</source>
        <translation>Sie entspricht fast der Klasse: Ein einzelnes Merkmal des Klangs trennt Klassen selten so gut.</translation>
    </message>
    <message>
        <source>It begins once nothing else runs.</source>
        <translation>Beginnt, sobald nichts anderes läuft.</translation>
    </message>
    <message>
        <source>It is not known whether there is a newer version: the answer cannot be read. Try again later.</source>
        <translation>Ob es eine neuere Version gibt, ist nicht bekannt: Die Antwort ist nicht lesbar. Später erneut versuchen.</translation>
    </message>
    <message>
        <source>It is not known whether there is a newer version: {reason}. Check the network and try again.</source>
        <translation>Ob es eine neuere Version gibt, ist nicht bekannt: {reason}. Das Netzwerk prüfen und erneut versuchen.</translation>
    </message>
    <message>
        <source>It sounds unlike all the music that the model learned from. The bars only say which genre is least far off.</source>
        <translation>Das klingt anders als alle Musik, aus der das Modell gelernt hat. Die Balken zeigen nur, welches Genre am wenigsten entfernt ist.</translation>
    </message>
    <message>
        <source>It stays in Runs</source>
        <translation>Er bleibt unter „Läufe“</translation>
    </message>
    <message>
        <source>Its exact values repeat within a class: like a serial number, not like a measurement.</source>
        <translation>Die Werte wiederholen sich exakt innerhalb einer Klasse: wie eine Seriennummer, nicht wie eine Messung.</translation>
    </message>
    <message>
        <source>Its file or folder is not writable.</source>
        <translation>Datei oder Ordner ist schreibgeschützt.</translation>
    </message>
    <message>
        <source>Its name describes the file, not the sound.</source>
        <translation>Der Name beschreibt die Datei, nicht den Klang.</translation>
    </message>
    <message>
        <source>Its passport does not name its training data</source>
        <translation>Der Steckbrief nennt die Trainingsdaten nicht</translation>
    </message>
    <message>
        <source>JAMS, Audacity labels, Sonic Visualiser (*.jams *.txt *.svl)</source>
        <translation>JAMS, Audacity-Labels, Sonic Visualiser (*.jams *.txt *.svl)</translation>
    </message>
    <message>
        <source>Join with the section before</source>
        <translation>Mit vorigem Abschnitt verbinden</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Keep copies in one group</source>
        <translation>Kopien in einer Gruppe halten</translation>
    </message>
    <message>
        <source>Keep pictures</source>
        <translation>Bilder aufbewahren</translation>
    </message>
    <message>
        <source>Keep playhead in view</source>
        <translation>Abspielposition sichtbar halten</translation>
    </message>
    <message>
        <source>Keep the beats as they are</source>
        <translation>Die Schläge lassen, wie sie sind</translation>
    </message>
    <message>
        <source>Kernel logistic regression</source>
        <translation>Kernel-logistische Regression</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Tonart</translation>
    </message>
    <message>
        <source>Key from</source>
        <translation>Tonart aus</translation>
    </message>
    <message>
        <source>Key strength</source>
        <translation>Tonartstärke</translation>
    </message>
    <message>
        <source>Key, edited in the library; measured: {measured}</source>
        <translation>Tonart, in der Bibliothek bearbeitet; gemessen: {measured}</translation>
    </message>
    <message>
        <source>Key, measured or edited; filters also find 8A (Camelot) and ~Am (compatible)</source>
        <translation>Tonart, gemessen oder bearbeitet; Filter finden auch 8A (Camelot) und ~Am (passend)</translation>
    </message>
    <message>
        <source>Key: {name} (correlation {strength:.2f}); second: {second} ({second_strength:.2f})</source>
        <translation>Tonart: {name} (Korrelation {strength:.2f}); zweite: {second} ({second_strength:.2f})</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Kinds of features</source>
        <translation>Merkmalsarten</translation>
    </message>
    <message>
        <source>L&amp;icences</source>
        <translation>L&amp;izenzen</translation>
    </message>
    <message>
        <source>LU range</source>
        <translation>LU Umfang</translation>
    </message>
    <message>
        <source>La&amp;bels…</source>
        <translation>La&amp;bels…</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Label of the section</source>
        <translation>Label des Abschnitts</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Labels added by the user</source>
        <translation>Vom Benutzer hinzugefügte Labels</translation>
    </message>
    <message>
        <source>Labels with analysed tracks: {labels}; at least two are needed.</source>
        <translation>Labels mit analysierten Titeln: {labels}; mindestens zwei sind nötig.</translation>
    </message>
    <message>
        <source>Labels, separated by commas; Return adds them (L)</source>
        <translation>Labels, durch Kommas getrennt; Eingabe fügt sie hinzu (L)</translation>
    </message>
    <message>
        <source>Lanes</source>
        <translation>Spuren</translation>
    </message>
    <message>
        <source>Lanes and spectrogram</source>
        <translation>Spuren und Spektrogramm</translation>
    </message>
    <message>
        <source>Lang&amp;uage</source>
        <translation>S&amp;prache</translation>
    </message>
    <message>
        <source>Leader board</source>
        <translation>Bestenliste</translation>
    </message>
    <message>
        <source>Learning curves</source>
        <translation>Lernkurven</translation>
    </message>
    <message>
        <source>Least variance</source>
        <translation>Mindestvarianz</translation>
    </message>
    <message>
        <source>Leave out {listed}</source>
        <translation>{listed} weglassen</translation>
    </message>
    <message>
        <source>Leave out {named}</source>
        <translation>{named} weglassen</translation>
    </message>
    <message>
        <source>Leave out {what}</source>
        <translation>{what} weglassen</translation>
    </message>
    <message>
        <source>Leave them out, or add to them.</source>
        <translation>Diese Klassen weglassen oder ergänzen.</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Weggelassen</translation>
    </message>
    <message>
        <source>Left out manually</source>
        <translation>Von Hand weggelassen</translation>
    </message>
    <message>
        <source>Left out while reading: {columns}.</source>
        <translation>Beim Lesen weggelassen: {columns}.</translation>
    </message>
    <message>
        <source>Left out, since it follows from the beats, which can be corrected: {column}. Rename it to learn from it.</source>
        <translation>Weggelassen, da die Spalte aus den Schlägen folgt, die korrigierbar sind: {column}. Zum Lernen umbenennen.</translation>
    </message>
    <message>
        <source>Left out, since they hold text: {columns}.</source>
        <translation>Weggelassen, da sie Text enthalten: {columns}.</translation>
    </message>
    <message>
        <source>Left out, since they only number the rows: {columns}.</source>
        <translation>Weggelassen, da sie nur die Zeilen nummerieren: {columns}.</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Length of the passage</source>
        <translation>Länge der Passage</translation>
    </message>
    <message>
        <source>Length of the track</source>
        <translation>Länge des Titels</translation>
    </message>
    <message>
        <source>Length {duration}</source>
        <translation>Länge {duration}</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Weniger</translation>
    </message>
    <message>
        <source>Li&amp;brary</source>
        <translation>Bi&amp;bliothek</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Library genres not updated</source>
        <translation>Genres der Bibliothek nicht aktualisiert</translation>
    </message>
    <message>
        <source>Library labels</source>
        <translation>Bibliothekslabels</translation>
    </message>
    <message>
        <source>Library opened read-only. {reason}</source>
        <translation>Bibliothek schreibgeschützt geöffnet. {reason}</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Lizenzen</translation>
    </message>
    <message>
        <source>Lift</source>
        <translation>Lift</translation>
    </message>
    <message>
        <source>Lift at 10 %</source>
        <translation>Lift bei 10 %</translation>
    </message>
    <message>
        <source>Line breaks, unusual spaces and invisible characters in the names of classes were replaced: {classes}.</source>
        <translation>Zeilenumbrüche, ungewöhnliche Leerzeichen und unsichtbare Zeichen in Klassennamen wurden ersetzt: {classes}.</translation>
    </message>
    <message>
        <source>Line breaks, unusual spaces and invisible characters in the names of columns were replaced: {names}.</source>
        <translation>Zeilenumbrüche, ungewöhnliche Leerzeichen und unsichtbare Zeichen in Spaltennamen wurden ersetzt: {names}.</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>Linear</translation>
    </message>
    <message>
        <source>Linear SVM</source>
        <translation>Lineare SVM</translation>
    </message>
    <message>
        <source>Linear discriminant analysis</source>
        <translation>Lineare Diskriminanzanalyse</translation>
    </message>
    <message>
        <source>Listening for genres</source>
        <translation>Genres werden erkannt</translation>
    </message>
    <message>
        <source>Listening for genres, window {number} of {n_windows}</source>
        <translation>Genres werden erkannt, Fenster {number} von {n_windows}</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen…</translation>
    </message>
    <message>
        <source>Loc&amp;k selection</source>
        <translation>Auswahl &amp;sperren</translation>
    </message>
    <message>
        <source>Locate fi&amp;le…</source>
        <translation>Datei suche&amp;n…</translation>
    </message>
    <message>
        <source>Locate missing files in folde&amp;r…</source>
        <translation>Fehlende Dateien in &amp;Ordner suchen…</translation>
    </message>
    <message>
        <source>Locate missing files in folder</source>
        <translation>Fehlende Dateien in Ordner suchen</translation>
    </message>
    <message>
        <source>Locate {name}</source>
        <translation>{name} suchen</translation>
    </message>
    <message>
        <source>Lock beats from {start} to {end}</source>
        <translation>Schläge von {start} bis {end} sperren</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>Log: {log_path}

{details}</source>
        <translation>Protokoll: {log_path}

{details}</translation>
    </message>
    <message>
        <source>Logistic regression</source>
        <translation>Logistische Regression</translation>
    </message>
    <message>
        <source>Looking for similar tracks</source>
        <translation>Ähnliche Titel werden gesucht</translation>
    </message>
    <message>
        <source>Loop selection or whole piece</source>
        <translation>Auswahl oder ganzes Stück als Schleife</translation>
    </message>
    <message>
        <source>Loudest and mean amplitude</source>
        <translation>Höchste und mittlere Amplitude</translation>
    </message>
    <message>
        <source>Loudest minus quietest level, in moving windows of 0.2 s</source>
        <translation>Höchster minus niedrigster Pegel, in gleitenden Fenstern von 0,2 s</translation>
    </message>
    <message>
        <source>Loudness</source>
        <translation>Lautheit</translation>
    </message>
    <message>
        <source>Loudness in LUFS: momentary (area, 0.4 s) and short-term (line, 3 s)</source>
        <translation>Lautheit in LUFS: momentan (Fläche, 0,4 s) und kurzzeitig (Linie, 3 s)</translation>
    </message>
    <message>
        <source>Loudness of the passage by ITU-R BS.1770, gated</source>
        <translation>Lautheit der Passage nach ITU-R BS.1770, mit Gating</translation>
    </message>
    <message>
        <source>Loudness of the passage less that of the whole piece</source>
        <translation>Lautheit der Passage minus die des ganzen Stücks</translation>
    </message>
    <message>
        <source>Loudness range</source>
        <translation>Lautheitsumfang</translation>
    </message>
    <message>
        <source>Loudness range by EBU Tech 3342</source>
        <translation>Lautheitsumfang nach EBU Tech 3342</translation>
    </message>
    <message>
        <source>Loudness, up to {level} LUFS over 3 s</source>
        <translation>Lautheit, bis {level} LUFS über 3 s</translation>
    </message>
    <message>
        <source>Lower</source>
        <translation>Niedriger</translation>
    </message>
    <message>
        <source>Lower quartile</source>
        <translation>Unteres Quartil</translation>
    </message>
    <message>
        <source>MIDI tempo maps…</source>
        <translation>MIDI-Tempo-Maps…</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Erstellt von</translation>
    </message>
    <message>
        <source>Main tabs</source>
        <translation>Haupt-Tabs</translation>
    </message>
    <message>
        <source>Make default</source>
        <translation>Als Standard</translation>
    </message>
    <message>
        <source>Make the fits that are missing</source>
        <translation>Fehlende Anpassungen nachholen</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>Maximum</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittelwert</translation>
    </message>
    <message>
        <source>Mean over the whole piece</source>
        <translation>Mittelwert über das ganze Stück</translation>
    </message>
    <message>
        <source>Mean ± standard deviation over the folds</source>
        <translation>Mittelwert ± Standardabweichung über die Folds</translation>
    </message>
    <message>
        <source>Mean ± standard deviation over the folds that chose the best</source>
        <translation>Mittelwert ± Standardabweichung über die Folds, nach denen der beste gewählt wurde</translation>
    </message>
    <message>
        <source>Means</source>
        <translation>Mittelwerte</translation>
    </message>
    <message>
        <source>Means with 95 % intervals</source>
        <translation>Mittelwerte mit 95-%-Intervallen</translation>
    </message>
    <message>
        <source>Measure importance</source>
        <translation>Wichtigkeit messen</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Gemessen</translation>
    </message>
    <message>
        <source>Measured again after an edit of the beats</source>
        <translation>Nach einer Bearbeitung der Schläge erneut gemessen</translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation>Messung läuft</translation>
    </message>
    <message>
        <source>Measuring bar</source>
        <translation>Messung: Takt</translation>
    </message>
    <message>
        <source>Measuring bars</source>
        <translation>Takte werden gemessen</translation>
    </message>
    <message>
        <source>Measuring beat</source>
        <translation>Messung: Schlag</translation>
    </message>
    <message>
        <source>Measuring beats</source>
        <translation>Schläge werden gemessen</translation>
    </message>
    <message>
        <source>Measuring importance for {name}</source>
        <translation>Wichtigkeit für {name} wird gemessen</translation>
    </message>
    <message>
        <source>Measuring reasons</source>
        <translation>Gründe werden ermittelt</translation>
    </message>
    <message>
        <source>Measuring reasons…</source>
        <translation>Gründe werden ermittelt…</translation>
    </message>
    <message>
        <source>Measuring sections</source>
        <translation>Abschnitte werden gemessen</translation>
    </message>
    <message>
        <source>Measuring the harmony</source>
        <translation>Harmonik wird gemessen</translation>
    </message>
    <message>
        <source>Measuring the loudness</source>
        <translation>Lautheit wird gemessen</translation>
    </message>
    <message>
        <source>Measuring the spectrum</source>
        <translation>Spektrum wird gemessen</translation>
    </message>
    <message>
        <source>Measuring with librosa; its first calls compile</source>
        <translation>Messung mit librosa läuft; die ersten Aufrufe werden kompiliert</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>Mel</source>
        <translation>Mel</translation>
    </message>
    <message>
        <source>Mel, kHz</source>
        <translation>Mel, kHz</translation>
    </message>
    <message>
        <source>Mel-frequency cepstral coefficient 0 of the log mel spectrum in dB; mean over the frames</source>
        <translation>Mel-Cepstralkoeffizient (MFCC) 0 des logarithmischen Mel-Spektrums in dB; Mittelwert über die Frames</translation>
    </message>
    <message>
        <source>Mel-frequency cepstral coefficient 0 of the log mel spectrum in dB; standard deviation over the frames</source>
        <translation>Mel-Cepstralkoeffizient (MFCC) 0 des logarithmischen Mel-Spektrums in dB; Standardabweichung über die Frames</translation>
    </message>
    <message>
        <source>Mel-frequency cepstral coefficient 1 of the log mel spectrum in dB; mean over the frames</source>
        <translation>Mel-Cepstralkoeffizient (MFCC) 1 des logarithmischen Mel-Spektrums in dB; Mittelwert über die Frames</translation>
    </message>
    <message>
        <source>Mel-frequency cepstral coefficient 1 of the log mel spectrum in dB; standard deviation over the frames</source>
        <translation>Mel-Cepstralkoeffizient (MFCC) 1 des logarithmischen Mel-Spektrums in dB; Standardabweichung über die Frames</translation>
    </message>
    <message>
        <source>Mel-frequency cepstral coefficient 10 of the log mel spectrum in dB; mean over the frames</source>
        <translation>Mel-Cepstralkoeffizient (MFCC) 10 des logarithmischen Mel-Spektrums in dB; Mittelwert über die Frames</translation>
    </message>
    <message>
        <source>Mel-frequency cepstral coefficient 10 of the log mel spectrum in dB; standard deviation over the frames</source>
        <translation>Mel-Cepstralkoeffizient (MFCC) 10 des logarithmischen Mel-Spektrums in dB; Standardabweichung über die Frames</translation>
    </message>
    <message>
        <source>Mel-frequency cepstral coefficient 11 of the log mel spectrum in dB; mean over the frames</source>
        <translation>Mel-Cepstralkoeffizient (MFCC) 11 des logarithmischen Mel-Spektrums in dB; Mittelwert über die Frames</translation>
    </message>
    <message>
        <source>Mel-frequency cepstral coefficient 11 of the log mel spectrum in dB; standard deviation over the frames</source>
        <translation>Mel-Cepstralkoeffizient (MFCC) 11 des logarithmischen Mel-Spektrums in dB; Standardabweichung über die Frames</translation>
    </message>
    <message>
        <source>Mel-frequency cepstral coefficient 12 of the log mel spectrum in dB; mean over the frames</source>
        <translation>Mel-Cepstralkoeffizient (MFCC) 12 des logarithmischen Mel-Spektrums in dB; Mittelwert über die Frames</translation>
    </message>
    <message>
        <source>Mel-frequency cepstral coefficient 12 of the log mel spectrum in dB; standard deviation over the frames</source>
        <translation>Mel-Cepstralkoeffizient (MFCC) 12 des logarithmischen Mel-Spektrums in dB; Standardabweichung über die Frames</translation>
    </message>
    <message>
        <source>Mel-frequency cepstral coefficient 13 of the log mel spectrum in dB; mean over the frames</source>
        <translation>Mel-Cepstralkoeffizient (MFCC) 13 des logarithmischen Mel-Spektrums in dB; Mittelwert über die Frames</translation>
    </message>
    <message>
        <source>Mel-frequency cepstral coefficient 13 of the log mel spectrum in dB; standard deviation over the frames</source>
        <translation>Mel-Cepstralkoeffizient (MFCC) 13 des logarithmischen Mel-Spektrums in dB; Standardabweichung über die Frames</translation>
    </message>
    <message>
        <source>Mel-frequency cepstral coefficient 14 of the log mel spectrum in dB; mean over the frames</source>
        <translation>Mel-Cepstralkoeffizient (MFCC) 14 des logarithmischen Mel-Spektrums in dB; Mittelwert über die Frames</translation>
    </message>
    <message>
        <source>Mel-frequency cepstral coefficient 14 of the log mel spectrum in dB; standard deviation over the frames</source>
        <translation>Mel-Cepstralkoeffizient (MFCC) 14 des logarithmischen Mel-Spektrums in dB; Standardabweichung über die Frames</translation>
    </message>
    <message>
        <source>Mel-frequency cepstral coefficient 15 of the log mel spectrum in dB; mean over the frames</source>
        <translation>Mel-Cepstralkoeffizient (MFCC) 15 des logarithmischen Mel-Spektrums in dB; Mittelwert über die Frames</translation>
    </message>
    <message>
        <source>Mel-frequency cepstral coefficient 15 of the log mel spectrum in dB; standard deviation over the frames</source>
        <translation>Mel-Cepstralkoeffizient (MFCC) 15 des logarithmischen Mel-Spektrums in dB; Standardabweichung über die Frames</translation>
    </message>
    <message>
        <source>Mel-frequency cepstral coefficient 16 of the log mel spectrum in dB; mean over the frames</source>
        <translation>Mel-Cepstralkoeffizient (MFCC) 16 des logarithmischen Mel-Spektrums in dB; Mittelwert über die Frames</translation>
    </message>
    <message>
        <source>Mel-frequency cepstral coefficient 16 of the log mel spectrum in dB; standard deviation over the frames</source>
        <translation>Mel-Cepstralkoeffizient (MFCC) 16 des logarithmischen Mel-Spektrums in dB; Standardabweichung über die Frames</translation>
    </message>
    <message>
        <source>Mel-frequency cepstral coefficient 17 of the log mel spectrum in dB; mean over the frames</source>
        <translation>Mel-Cepstralkoeffizient (MFCC) 17 des logarithmischen Mel-Spektrums in dB; Mittelwert über die Frames</translation>
    </message>
    <message>
        <source>Mel-frequency cepstral coefficient 17 of the log mel spectrum in dB; standard deviation over the frames</source>
        <translation>Mel-Cepstralkoeffizient (MFCC) 17 des logarithmischen Mel-Spektrums in dB; Standardabweichung über die Frames</translation>
    </message>
    <message>
        <source>Mel-frequency cepstral coefficient 18 of the log mel spectrum in dB; mean over the frames</source>
        <translation>Mel-Cepstralkoeffizient (MFCC) 18 des logarithmischen Mel-Spektrums in dB; Mittelwert über die Frames</translation>
    </message>
    <message>
        <source>Mel-frequency cepstral coefficient 18 of the log mel spectrum in dB; standard deviation over the frames</source>
        <translation>Mel-Cepstralkoeffizient (MFCC) 18 des logarithmischen Mel-Spektrums in dB; Standardabweichung über die Frames</translation>
    </message>
    <message>
        <source>Mel-frequency cepstral coefficient 19 of the log mel spectrum in dB; mean over the frames</source>
        <translation>Mel-Cepstralkoeffizient (MFCC) 19 des logarithmischen Mel-Spektrums in dB; Mittelwert über die Frames</translation>
    </message>
    <message>
        <source>Mel-frequency cepstral coefficient 19 of the log mel spectrum in dB; standard deviation over the frames</source>
        <translation>Mel-Cepstralkoeffizient (MFCC) 19 des logarithmischen Mel-Spektrums in dB; Standardabweichung über die Frames</translation>
    </message>
    <message>
        <source>Mel-frequency cepstral coefficient 2 of the log mel spectrum in dB; mean over the frames</source>
        <translation>Mel-Cepstralkoeffizient (MFCC) 2 des logarithmischen Mel-Spektrums in dB; Mittelwert über die Frames</translation>
    </message>
    <message>
        <source>Mel-frequency cepstral coefficient 2 of the log mel spectrum in dB; standard deviation over the frames</source>
        <translation>Mel-Cepstralkoeffizient (MFCC) 2 des logarithmischen Mel-Spektrums in dB; Standardabweichung über die Frames</translation>
    </message>
    <message>
        <source>Mel-frequency cepstral coefficient 3 of the log mel spectrum in dB; mean over the frames</source>
        <translation>Mel-Cepstralkoeffizient (MFCC) 3 des logarithmischen Mel-Spektrums in dB; Mittelwert über die Frames</translation>
    </message>
    <message>
        <source>Mel-frequency cepstral coefficient 3 of the log mel spectrum in dB; standard deviation over the frames</source>
        <translation>Mel-Cepstralkoeffizient (MFCC) 3 des logarithmischen Mel-Spektrums in dB; Standardabweichung über die Frames</translation>
    </message>
    <message>
        <source>Mel-frequency cepstral coefficient 4 of the log mel spectrum in dB; mean over the frames</source>
        <translation>Mel-Cepstralkoeffizient (MFCC) 4 des logarithmischen Mel-Spektrums in dB; Mittelwert über die Frames</translation>
    </message>
    <message>
        <source>Mel-frequency cepstral coefficient 4 of the log mel spectrum in dB; standard deviation over the frames</source>
        <translation>Mel-Cepstralkoeffizient (MFCC) 4 des logarithmischen Mel-Spektrums in dB; Standardabweichung über die Frames</translation>
    </message>
    <message>
        <source>Mel-frequency cepstral coefficient 5 of the log mel spectrum in dB; mean over the frames</source>
        <translation>Mel-Cepstralkoeffizient (MFCC) 5 des logarithmischen Mel-Spektrums in dB; Mittelwert über die Frames</translation>
    </message>
    <message>
        <source>Mel-frequency cepstral coefficient 5 of the log mel spectrum in dB; standard deviation over the frames</source>
        <translation>Mel-Cepstralkoeffizient (MFCC) 5 des logarithmischen Mel-Spektrums in dB; Standardabweichung über die Frames</translation>
    </message>
    <message>
        <source>Mel-frequency cepstral coefficient 6 of the log mel spectrum in dB; mean over the frames</source>
        <translation>Mel-Cepstralkoeffizient (MFCC) 6 des logarithmischen Mel-Spektrums in dB; Mittelwert über die Frames</translation>
    </message>
    <message>
        <source>Mel-frequency cepstral coefficient 6 of the log mel spectrum in dB; standard deviation over the frames</source>
        <translation>Mel-Cepstralkoeffizient (MFCC) 6 des logarithmischen Mel-Spektrums in dB; Standardabweichung über die Frames</translation>
    </message>
    <message>
        <source>Mel-frequency cepstral coefficient 7 of the log mel spectrum in dB; mean over the frames</source>
        <translation>Mel-Cepstralkoeffizient (MFCC) 7 des logarithmischen Mel-Spektrums in dB; Mittelwert über die Frames</translation>
    </message>
    <message>
        <source>Mel-frequency cepstral coefficient 7 of the log mel spectrum in dB; standard deviation over the frames</source>
        <translation>Mel-Cepstralkoeffizient (MFCC) 7 des logarithmischen Mel-Spektrums in dB; Standardabweichung über die Frames</translation>
    </message>
    <message>
        <source>Mel-frequency cepstral coefficient 8 of the log mel spectrum in dB; mean over the frames</source>
        <translation>Mel-Cepstralkoeffizient (MFCC) 8 des logarithmischen Mel-Spektrums in dB; Mittelwert über die Frames</translation>
    </message>
    <message>
        <source>Mel-frequency cepstral coefficient 8 of the log mel spectrum in dB; standard deviation over the frames</source>
        <translation>Mel-Cepstralkoeffizient (MFCC) 8 des logarithmischen Mel-Spektrums in dB; Standardabweichung über die Frames</translation>
    </message>
    <message>
        <source>Mel-frequency cepstral coefficient 9 of the log mel spectrum in dB; mean over the frames</source>
        <translation>Mel-Cepstralkoeffizient (MFCC) 9 des logarithmischen Mel-Spektrums in dB; Mittelwert über die Frames</translation>
    </message>
    <message>
        <source>Mel-frequency cepstral coefficient 9 of the log mel spectrum in dB; standard deviation over the frames</source>
        <translation>Mel-Cepstralkoeffizient (MFCC) 9 des logarithmischen Mel-Spektrums in dB; Standardabweichung über die Frames</translation>
    </message>
    <message>
        <source>Memory limit per file</source>
        <translation>Speichergrenze je Datei</translation>
    </message>
    <message>
        <source>Merge {listed}</source>
        <translation>{listed} zusammenführen</translation>
    </message>
    <message>
        <source>Metre</source>
        <translation>Taktart</translation>
    </message>
    <message>
        <source>Metre &amp;from here on</source>
        <translation>Taktart &amp;ab hier</translation>
    </message>
    <message>
        <source>Metre from here on</source>
        <translation>Taktart ab hier</translation>
    </message>
    <message>
        <source>Metre: {metre} beats in most bars</source>
        <translation>Taktart: {metre} Schläge in den meisten Takten</translation>
    </message>
    <message>
        <source>Metronome &amp;click</source>
        <translation>&amp;Metronomklick</translation>
    </message>
    <message>
        <source>Metronome click</source>
        <translation>Metronomklick</translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation>Minimum</translation>
    </message>
    <message>
        <source>Minutes and seconds; bars</source>
        <translation>Minuten und Sekunden; Takte</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Fehlt</translation>
    </message>
    <message>
        <source>Mistakes of {name}, most confident first</source>
        <translation>Fehler von {name}, sicherste zuerst</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Model name</source>
        <translation>Modellname</translation>
    </message>
    <message>
        <source>Model: {model_name}</source>
        <translation>Modell: {model_name}</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Modulation</source>
        <translation>Modulation</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>More features: rhythm, modulation, tonality, and percentiles of timbre and level. A folder that was analysed without them is analysed again; tracks of the library that lack them are left out until they are analysed again.</source>
        <translation>Mehr Merkmale: Rhythmus, Modulation, Tonalität sowie Perzentile von Klangfarbe und Pegel. Ein Ordner, der ohne sie analysiert wurde, wird erneut analysiert; Titel der Bibliothek, denen sie fehlen, bleiben ausgelassen, bis sie erneut analysiert werden.</translation>
    </message>
    <message>
        <source>More tools</source>
        <translation>Weitere Werkzeuge</translation>
    </message>
    <message>
        <source>Most alike in your library</source>
        <translation>Am ähnlichsten in Ihrer Bibliothek</translation>
    </message>
    <message>
        <source>Most alike: {agree}
Most different: {differ}</source>
        <translation>Am ähnlichsten: {agree}
Am unähnlichsten: {differ}</translation>
    </message>
    <message>
        <source>Most in {worst}: {most} of {n_rows:,} rows. They are replaced by the median of the training rows. If values are missing more often in one class, that alone reveals the class.</source>
        <translation>Die meisten in {worst}: {most} von {n_rows:,} Zeilen. Sie werden durch den Median der Trainingszeilen ersetzt. Fehlen Werte in einer Klasse häufiger, verrät schon das die Klasse.</translation>
    </message>
    <message>
        <source>Most probable genre</source>
        <translation>Wahrscheinlichstes Genre</translation>
    </message>
    <message>
        <source>Most usual tempo of {n_beats} beats</source>
        <translation>Häufigstes Tempo aus {n_beats} Schlägen</translation>
    </message>
    <message>
        <source>Move beat at {time} by {ms} ms</source>
        <translation>Schlag bei {time} um {ms} ms verschieben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Move grid from {time} by {ms} ms</source>
        <translation>Raster ab {time} um {ms} ms verschieben</translation>
    </message>
    <message>
        <source>Move section border</source>
        <translation>Abschnittsgrenze verschieben</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Multilayer perceptron</source>
        <translation>Mehrlagiges Perzeptron</translation>
    </message>
    <message>
        <source>Music</source>
        <translation>Musik</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Stumm</translation>
    </message>
    <message>
        <source>Mutual information (bits)</source>
        <translation>Transinformation (Bit)</translation>
    </message>
    <message>
        <source>Naive Bayes</source>
        <translation>Naive Bayes</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Name of the file</source>
        <translation>Name der Datei</translation>
    </message>
    <message>
        <source>Name of the run</source>
        <translation>Name des Laufs</translation>
    </message>
    <message>
        <source>Near copies not searched in {n_rows:,} rows</source>
        <translation>Beinahe-Kopien in {n_rows:,} Zeilen nicht gesucht</translation>
    </message>
    <message>
        <source>Nearest neighbours</source>
        <translation>Nächste Nachbarn</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Next clip</source>
        <translation>Nächster Clip</translation>
    </message>
    <message>
        <source>No &amp;beats in selection</source>
        <translation>Keine Schläge in A&amp;uswahl</translation>
    </message>
    <message>
        <source>No analysis to compare with. Analyse the track again (F5) or choose another.</source>
        <translation>Keine Analyse zum Vergleichen. Den Titel erneut analysieren (F5) oder einen anderen wählen.</translation>
    </message>
    <message>
        <source>No application opens folders. It is {folder}.</source>
        <translation>Kein Programm öffnet Ordner. Er liegt unter {folder}.</translation>
    </message>
    <message>
        <source>No application opens this file type. It is saved in {path}.</source>
        <translation>Kein Programm öffnet diesen Dateityp. Gespeichert in {path}.</translation>
    </message>
    <message>
        <source>No audio file in {names}. Choose another folder or drop a file.</source>
        <translation>Keine Audiodatei in {names}. Einen anderen Ordner wählen oder eine Datei hierher ziehen.</translation>
    </message>
    <message>
        <source>No audio files found.</source>
        <translation>Keine Audiodateien gefunden.</translation>
    </message>
    <message>
        <source>No audio files to measure with; name a clip.</source>
        <translation>Keine Audiodateien zum Messen; einen Clip angeben.</translation>
    </message>
    <message>
        <source>No audio for {name}: the data is a table of numbers.</source>
        <translation>Kein Audio für {name}: Die Daten sind eine Tabelle mit Zahlen.</translation>
    </message>
    <message>
        <source>No bars</source>
        <translation>Keine Takte</translation>
    </message>
    <message>
        <source>No bars found</source>
        <translation>Keine Takte gefunden</translation>
    </message>
    <message>
        <source>No bars found: where they start is a guess.</source>
        <translation>Keine Takte gefunden: Wo sie beginnen, ist geschätzt.</translation>
    </message>
    <message>
        <source>No beats</source>
        <translation>Keine Schläge</translation>
    </message>
    <message>
        <source>No beats could be proposed: {reason}</source>
        <translation>Es konnten keine Schläge vorgeschlagen werden: {reason}</translation>
    </message>
    <message>
        <source>No beats found</source>
        <translation>Keine Schläge gefunden</translation>
    </message>
    <message>
        <source>No beats found: the piece is silent, too short or without clear onsets.</source>
        <translation>Keine Schläge gefunden: Das Stück ist still, zu kurz oder ohne klare Einsätze.</translation>
    </message>
    <message>
        <source>No beats from {start} to {end}</source>
        <translation>Keine Schläge von {start} bis {end}</translation>
    </message>
    <message>
        <source>No beats, so no bars</source>
        <translation>Keine Schläge, daher keine Takte</translation>
    </message>
    <message>
        <source>No beats, so no tempo</source>
        <translation>Keine Schläge, daher kein Tempo</translation>
    </message>
    <message>
        <source>No beats: tap along (T), type a tempo (P), or double-click where one is</source>
        <translation>Keine Schläge: mittippen (T), ein Tempo eingeben (P) oder an die Stelle eines Schlags doppelklicken</translation>
    </message>
    <message>
        <source>No check for updates</source>
        <translation>Keine Prüfung auf Updates</translation>
    </message>
    <message>
        <source>No chord</source>
        <translation>Kein Akkord</translation>
    </message>
    <message>
        <source>No chords found.</source>
        <translation>Keine Akkorde gefunden.</translation>
    </message>
    <message>
        <source>No chords without beats</source>
        <translation>Keine Akkorde ohne Schläge</translation>
    </message>
    <message>
        <source>No chords without beats.</source>
        <translation>Keine Akkorde ohne Schläge.</translation>
    </message>
    <message>
        <source>No clear key</source>
        <translation>Keine klare Tonart</translation>
    </message>
    <message>
        <source>No clip open.
Drop an audio file on the window.</source>
        <translation>Kein Clip geöffnet.
Eine Audiodatei auf das Fenster ziehen.</translation>
    </message>
    <message>
        <source>No clip open.
Genres appear here after the analysis.</source>
        <translation>Kein Clip geöffnet.
Nach der Analyse erscheinen hier die Genres.</translation>
    </message>
    <message>
        <source>No column matches “{filter}”</source>
        <translation>Keine Spalte passt zu „{filter}“</translation>
    </message>
    <message>
        <source>No column varies.</source>
        <translation>Keine Spalte variiert.</translation>
    </message>
    <message>
        <source>No combination could be fitted: {reason}.</source>
        <translation>Keine Kombination ließ sich anpassen: {reason}.</translation>
    </message>
    <message>
        <source>No combination dropped so far.</source>
        <translation>Bisher keine Kombination verworfen.</translation>
    </message>
    <message>
        <source>No curves</source>
        <translation>Keine Kurven</translation>
    </message>
    <message>
        <source>No curves without probabilities: {without}</source>
        <translation>Keine Kurven ohne Wahrscheinlichkeiten: {without}</translation>
    </message>
    <message>
        <source>No data yet</source>
        <translation>Noch keine Daten</translation>
    </message>
    <message>
        <source>No effect of groups</source>
        <translation>Keine Wirkung der Gruppen</translation>
    </message>
    <message>
        <source>No estimate on untouched rows: the best score is that of the folds that chose it, and optimistic.</source>
        <translation>Keine Schätzung auf unberührten Zeilen: Der beste Wert stammt von den Folds, die ihn ausgewählt haben, und ist optimistisch.</translation>
    </message>
    <message>
        <source>No failed files</source>
        <translation>Keine fehlgeschlagenen Dateien</translation>
    </message>
    <message>
        <source>No feature matches “{filter}”</source>
        <translation>Kein Merkmal passt zu „{filter}“</translation>
    </message>
    <message>
        <source>No file is missing.</source>
        <translation>Es fehlt keine Datei.</translation>
    </message>
    <message>
        <source>No findings.</source>
        <translation>Keine Befunde.</translation>
    </message>
    <message>
        <source>No further clip in the queue.</source>
        <translation>Kein weiterer Clip in der Warteschlange.</translation>
    </message>
    <message>
        <source>No genre prediction for this clip</source>
        <translation>Keine Genrevorhersage für diesen Clip</translation>
    </message>
    <message>
        <source>No genres: no genre model could be loaded.</source>
        <translation>Keine Genres: Es konnte kein Genremodell geladen werden.</translation>
    </message>
    <message>
        <source>No groups</source>
        <translation>Keine Gruppen</translation>
    </message>
    <message>
        <source>No groups in its training data</source>
        <translation>Keine Gruppen in den Trainingsdaten</translation>
    </message>
    <message>
        <source>No learning curves yet</source>
        <translation>Noch keine Lernkurven</translation>
    </message>
    <message>
        <source>No loudness</source>
        <translation>Keine Lautheit</translation>
    </message>
    <message>
        <source>No missing files.</source>
        <translation>Keine fehlenden Dateien.</translation>
    </message>
    <message>
        <source>No missing values in {n_rows:,} rows and {n_columns} columns.</source>
        <translation>Keine fehlenden Werte in {n_rows:,} Zeilen und {n_columns} Spalten.</translation>
    </message>
    <message>
        <source>No mistakes of {name}</source>
        <translation>Keine Fehler von {name}</translation>
    </message>
    <message>
        <source>No model selected</source>
        <translation>Kein Modell ausgewählt</translation>
    </message>
    <message>
        <source>No other model to compare with</source>
        <translation>Kein anderes Modell zum Vergleichen</translation>
    </message>
    <message>
        <source>No piece could be measured.</source>
        <translation>Kein Stück ließ sich messen.</translation>
    </message>
    <message>
        <source>No prediction: some features are not numbers.</source>
        <translation>Keine Vorhersage: Einige Merkmale sind keine Zahlen.</translation>
    </message>
    <message>
        <source>No prediction: the piece is silent or too short to have all the features.</source>
        <translation>Keine Vorhersage: Das Stück ist still oder zu kurz für alle Merkmale.</translation>
    </message>
    <message>
        <source>No run with these data and settings was interrupted; repeat the command without --resume to begin one.</source>
        <translation>Kein Lauf mit diesen Daten und Einstellungen wurde unterbrochen; den Befehl ohne --resume wiederholen, um einen zu beginnen.</translation>
    </message>
    <message>
        <source>No runs yet</source>
        <translation>Noch keine Läufe</translation>
    </message>
    <message>
        <source>No sections</source>
        <translation>Keine Abschnitte</translation>
    </message>
    <message>
        <source>No song sheet could be made.{left_out}</source>
        <translation>Es konnte kein Songblatt erstellt werden.{left_out}</translation>
    </message>
    <message>
        <source>No sound device found</source>
        <translation>Kein Audiogerät gefunden</translation>
    </message>
    <message>
        <source>No sound device found; playback is off.</source>
        <translation>Kein Audiogerät gefunden; die Wiedergabe ist aus.</translation>
    </message>
    <message>
        <source>No steady tempo</source>
        <translation>Kein festes Tempo</translation>
    </message>
    <message>
        <source>No steady tempo found: the beats are a guess.</source>
        <translation>Kein festes Tempo gefunden: Die Schläge sind geschätzt.</translation>
    </message>
    <message>
        <source>No tags were written that could be restored.</source>
        <translation>Es wurden keine Tags geschrieben, die sich wiederherstellen ließen.</translation>
    </message>
    <message>
        <source>No tempo found; the genre follows from the other features.</source>
        <translation>Kein Tempo gefunden; das Genre folgt aus den übrigen Merkmalen.</translation>
    </message>
    <message>
        <source>No tempo without beats</source>
        <translation>Kein Tempo ohne Schläge</translation>
    </message>
    <message>
        <source>No track matches “{path}”.</source>
        <translation>Kein Titel passt zu „{path}“.</translation>
    </message>
    <message>
        <source>No track of the library has the label “{label}”.</source>
        <translation>Kein Titel der Bibliothek hat das Label „{label}“.</translation>
    </message>
    <message>
        <source>No tree shown yet</source>
        <translation>Noch kein Baum gezeigt</translation>
    </message>
    <message>
        <source>No trees</source>
        <translation>Keine Bäume</translation>
    </message>
    <message>
        <source>No value after “{name}:”.</source>
        <translation>Kein Wert nach „{name}:“.</translation>
    </message>
    <message>
        <source>No value in any row.</source>
        <translation>In keiner Zeile ein Wert.</translation>
    </message>
    <message>
        <source>No {passages} found.</source>
        <translation>Nichts gefunden: {passages}.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>None of its genres; nearest: {named}</source>
        <translation>Keines seiner Genres; am nächsten: {named}</translation>
    </message>
    <message>
        <source>None of the labels of {name} ({labels} …) is known to both models; compare them on other data.</source>
        <translation>Keines der Labels von {name} ({labels} …) ist beiden Modellen bekannt; mit anderen Daten vergleichen.</translation>
    </message>
    <message>
        <source>None of the {files} files in {name} could be analysed{first}.</source>
        <translation>Keine der {files} Dateien in {name} ließ sich analysieren{first}.</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>Keines davon</translation>
    </message>
    <message>
        <source>None of these runs has a score.</source>
        <translation>Keiner dieser Läufe hat einen Wert.</translation>
    </message>
    <message>
        <source>None of these tracks has been analysed, so there is nothing to export.</source>
        <translation>Keiner dieser Titel wurde analysiert, also gibt es nichts zu exportieren.</translation>
    </message>
    <message>
        <source>None of these tracks has been analysed.</source>
        <translation>Keiner dieser Titel wurde analysiert.</translation>
    </message>
    <message>
        <source>None of these tracks is a file that such a playlist can name.</source>
        <translation>Keiner dieser Titel ist eine Datei, die eine solche Playlist nennen kann.</translation>
    </message>
    <message>
        <source>None of these: it sounds unlike all the music from which the model learned its {count} genres. The percentages only say which of them is least far off.</source>
        <translation>Keines davon: Es klingt anders als alle Musik, aus der das Modell seine {count} Genres gelernt hat. Die Prozentwerte sagen nur, welches am wenigsten entfernt ist.</translation>
    </message>
    <message>
        <source>None of these; nearest:</source>
        <translation>Keines davon; am nächsten:</translation>
    </message>
    <message>
        <source>None of these; nearest: {label}</source>
        <translation>Keines davon; am nächsten: {label}</translation>
    </message>
    <message>
        <source>None of these; nearest: {named}</source>
        <translation>Keines davon; am nächsten: {named}</translation>
    </message>
    <message>
        <source>Not added</source>
        <translation>Nicht hinzugefügt</translation>
    </message>
    <message>
        <source>Not analysed</source>
        <translation>Nicht analysiert</translation>
    </message>
    <message>
        <source>Not analysed, so it cannot be played here. Return opens it in the clip tab.</source>
        <translation>Nicht analysiert, daher hier nicht abspielbar. Eingabe öffnet den Titel im Clip-Tab.</translation>
    </message>
    <message>
        <source>Not analysed.
Use File › Analyse clip again (Ctrl+R).</source>
        <translation>Nicht analysiert.
Datei › Clip erneut analysieren (Strg+R) wählen.</translation>
    </message>
    <message>
        <source>Not examined. Reports of training and models made of these data say so.</source>
        <translation>Nicht geprüft. Trainingsberichte und Modelle aus diesen Daten vermerken das.</translation>
    </message>
    <message>
        <source>Not examined: the doctor was skipped.</source>
        <translation>Nicht geprüft: Der Doktor wurde übersprungen.</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>Not measured</source>
        <translation>Nicht gemessen</translation>
    </message>
    <message>
        <source>Not measured yet</source>
        <translation>Noch nicht gemessen</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
    <message>
        <source>Not steady</source>
        <translation>Schwankend</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Anmerkung</translation>
    </message>
    <message>
        <source>Notes only. Nothing changes until you choose a remedy.</source>
        <translation>Nur Anmerkungen. Nichts ändert sich, bis Sie eine Abhilfe wählen.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>Nothing has been logged yet.</source>
        <translation>Es wurde noch nichts protokolliert.</translation>
    </message>
    <message>
        <source>Nothing is known of {name} that such a file could hold.</source>
        <translation>Über {name} ist nichts bekannt, was eine solche Datei aufnehmen könnte.</translation>
    </message>
    <message>
        <source>Nothing moves it by as much as 1 %.</source>
        <translation>Nichts verschiebt den Wert um auch nur 1 %.</translation>
    </message>
    <message>
        <source>Nothing searched yet</source>
        <translation>Noch nichts gesucht</translation>
    </message>
    <message>
        <source>Nothing sounds in this piece.</source>
        <translation>In diesem Stück erklingt nichts.</translation>
    </message>
    <message>
        <source>Nothing to correlate</source>
        <translation>Nichts zu korrelieren</translation>
    </message>
    <message>
        <source>Nothing to do again in this library.</source>
        <translation>In dieser Bibliothek gibt es nichts zu wiederholen.</translation>
    </message>
    <message>
        <source>Nothing to undo in this library.</source>
        <translation>In dieser Bibliothek gibt es nichts rückgängig zu machen.</translation>
    </message>
    <message>
        <source>Nothing trained yet</source>
        <translation>Noch nichts trainiert</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>Novelty</source>
        <translation>Neuheit</translation>
    </message>
    <message>
        <source>Nudge by {ms} ms</source>
        <translation>Um {ms} ms verschieben</translation>
    </message>
    <message>
        <source>Nudge by {ms} ms from {start}</source>
        <translation>Ab {start} um {ms} ms verschieben</translation>
    </message>
    <message>
        <source>Nudge {ms} ms &amp;later</source>
        <translation>Um {ms} ms nach &amp;rechts schieben</translation>
    </message>
    <message>
        <source>Nudge {ms} ms ea&amp;rlier</source>
        <translation>Um {ms} ms nach l&amp;inks schieben</translation>
    </message>
    <message>
        <source>Nudge {ms} ms earlier</source>
        <translation>Um {ms} ms nach links schieben</translation>
    </message>
    <message>
        <source>Nudge {ms} ms later</source>
        <translation>Um {ms} ms nach rechts schieben</translation>
    </message>
    <message>
        <source>Nudge {n_beats} beats</source>
        <translation>{n_beats} Schläge verschieben</translation>
    </message>
    <message>
        <source>Number of the bar; 1 starts at the first downbeat, 0 is the pick-up</source>
        <translation>Nummer des Takts; 1 beginnt am ersten Taktanfang, 0 ist der Auftakt</translation>
    </message>
    <message>
        <source>Numbers (Pearson)</source>
        <translation>Zahlen (Pearson)</translation>
    </message>
    <message>
        <source>Numbers of this program and of librosa</source>
        <translation>Werte dieses Programms und von librosa</translation>
    </message>
    <message>
        <source>O&amp;utput device</source>
        <translation>Ausga&amp;begerät</translation>
    </message>
    <message>
        <source>Old</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>On a fixed split</source>
        <translation>Auf fester Aufteilung</translation>
    </message>
    <message>
        <source>On these rows {here}. {why}, so that is too high.</source>
        <translation>Auf diesen Zeilen {here}. {why}, daher ist das zu hoch.</translation>
    </message>
    <message>
        <source>On these rows {here}. {why}, so that may be too high.</source>
        <translation>Auf diesen Zeilen {here}. {why}, daher ist das vielleicht zu hoch.</translation>
    </message>
    <message>
        <source>One PDF, a page for each…</source>
        <translation>Ein PDF, je eine Seite…</translation>
    </message>
    <message>
        <source>One class against all others, by its probability on held-out rows of all folds together. AUC 0.5, lift 1, and an average precision that equals the share of the class are chance. Choose a class to compare estimators.</source>
        <translation>Eine Klasse gegen alle anderen, nach ihrer Wahrscheinlichkeit auf den zurückgehaltenen Zeilen aller Folds zusammen. AUC 0,5, Lift 1 und eine mittlere Präzision gleich dem Anteil der Klasse entsprechen dem Zufall. Eine Klasse wählen, um Schätzer zu vergleichen.</translation>
    </message>
    <message>
        <source>One column</source>
        <translation>Eine Spalte</translation>
    </message>
    <message>
        <source>One of the 58 genre features</source>
        <translation>Eines der 58 Genremerkmale</translation>
    </message>
    <message>
        <source>One row</source>
        <translation>Eine Zeile</translation>
    </message>
    <message>
        <source>One-hot</source>
        <translation>One-hot</translation>
    </message>
    <message>
        <source>Only empty tags</source>
        <translation>Nur leere Tags</translation>
    </message>
    <message>
        <source>Only keys that mix well: the same, its relative, a fifth up or down</source>
        <translation>Nur Tonarten, die gut zusammenpassen: dieselbe, ihre Paralleltonart, eine Quinte höher oder tiefer</translation>
    </message>
    <message>
        <source>Only this tempo, half or double</source>
        <translation>Nur dieses Tempo, halb oder doppelt</translation>
    </message>
    <message>
        <source>Only {duration} s long; the model was trained on {trained_on:g} s. Results are less reliable.</source>
        <translation>Nur {duration} s lang; das Modell wurde mit Ausschnitten von {trained_on:g} s trainiert. Die Ergebnisse sind weniger zuverlässig.</translation>
    </message>
    <message>
        <source>Onset tempo (as in the study): strongest periodicity of the onsets, weighted towards 120 BPM, whatever the beats are; empty without onsets</source>
        <translation>Einsatztempo (wie in der Studie): stärkste Periodizität der Einsätze, gewichtet um 120 BPM, unabhängig von den Schlägen; leer ohne Einsätze</translation>
    </message>
    <message>
        <source>Onset tempo (as in the study): {tempo} BPM</source>
        <translation>Einsatztempo (wie in der Studie): {tempo} BPM</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open &amp;demo clip</source>
        <translation>&amp;Demo-Clip öffnen</translation>
    </message>
    <message>
        <source>Open &amp;folder…</source>
        <translation>&amp;Ordner öffnen…</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Zuletzt &amp;geöffnet</translation>
    </message>
    <message>
        <source>Open a cell to see its rows.</source>
        <translation>Eine Zelle öffnen, um ihre Zeilen zu sehen.</translation>
    </message>
    <message>
        <source>Open a cell: its rows · Why?: reasons for and against each class</source>
        <translation>Zelle öffnen: ihre Zeilen · Warum?: Gründe für und gegen jede Klasse</translation>
    </message>
    <message>
        <source>Open a run folder</source>
        <translation>Laufordner öffnen</translation>
    </message>
    <message>
        <source>Open a run folder…</source>
        <translation>Laufordner öffnen…</translation>
    </message>
    <message>
        <source>Open a table of features with labels, or a folder with a subfolder for each class.</source>
        <translation>Eine Merkmalstabelle mit Labels öffnen oder einen Ordner mit einem Unterordner je Klasse.</translation>
    </message>
    <message>
        <source>Open a&amp;nother library…</source>
        <translation>Andere Bibliothek &amp;öffnen…</translation>
    </message>
    <message>
        <source>Open and play
{path}
Distance {distance:.0f} % of the usual between tracks</source>
        <translation>Öffnen und abspielen
{path}
Abstand {distance:.0f} % des zwischen Titeln üblichen</translation>
    </message>
    <message>
        <source>Open and play {name}</source>
        <translation>{name} öffnen und abspielen</translation>
    </message>
    <message>
        <source>Open another library…</source>
        <translation>Andere Bibliothek öffnen…</translation>
    </message>
    <message>
        <source>Open clip</source>
        <translation>Clip öffnen</translation>
    </message>
    <message>
        <source>Open clips</source>
        <translation>Clips öffnen</translation>
    </message>
    <message>
        <source>Open data first: both models are compared on its rows.</source>
        <translation>Zuerst Daten öffnen: Beide Modelle werden auf deren Zeilen verglichen.</translation>
    </message>
    <message>
        <source>Open data first: the model is fitted on all rows.</source>
        <translation>Zuerst Daten öffnen: Das Modell wird auf allen Zeilen angepasst.</translation>
    </message>
    <message>
        <source>Open demo clip</source>
        <translation>Demo-Clip öffnen</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Open folder of classes</source>
        <translation>Klassenordner öffnen</translation>
    </message>
    <message>
        <source>Open folder of classes…</source>
        <translation>Klassenordner öffnen…</translation>
    </message>
    <message>
        <source>Open now: {data}.</source>
        <translation>Jetzt geöffnet: {data}.</translation>
    </message>
    <message>
        <source>Open or create library</source>
        <translation>Bibliothek öffnen oder anlegen</translation>
    </message>
    <message>
        <source>Open page</source>
        <translation>Seite öffnen</translation>
    </message>
    <message>
        <source>Open report</source>
        <translation>Bericht öffnen</translation>
    </message>
    <message>
        <source>Open table</source>
        <translation>Tabelle öffnen</translation>
    </message>
    <message>
        <source>Open table of groups</source>
        <translation>Gruppentabelle öffnen</translation>
    </message>
    <message>
        <source>Open table…</source>
        <translation>Tabelle öffnen…</translation>
    </message>
    <message>
        <source>Open the file&apos;s folder</source>
        <translation>Den Ordner der Datei öffnen</translation>
    </message>
    <message>
        <source>Open {path}</source>
        <translation>{path} öffnen</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>Wird geöffnet</translation>
    </message>
    <message>
        <source>Opening the library</source>
        <translation>Bibliothek wird geöffnet</translation>
    </message>
    <message>
        <source>Opening {name}</source>
        <translation>{name} wird geöffnet</translation>
    </message>
    <message>
        <source>Opening {title}</source>
        <translation>{title} wird geöffnet</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen…</translation>
    </message>
    <message>
        <source>Orange: path of {name}</source>
        <translation>Orange: Weg von {name}</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Sonstiges</translation>
    </message>
    <message>
        <source>Other rows</source>
        <translation>Andere Zeilen</translation>
    </message>
    <message>
        <source>Outdated</source>
        <translation>Veraltet</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Parameters of {name}</source>
        <translation>Parameter von {name}</translation>
    </message>
    <message>
        <source>Parquet</source>
        <translation>Parquet</translation>
    </message>
    <message>
        <source>Parquet (*.parquet)</source>
        <translation>Parquet (*.parquet)</translation>
    </message>
    <message>
        <source>Parts of the program</source>
        <translation>Bestandteile des Programms</translation>
    </message>
    <message>
        <source>Passage</source>
        <translation>Passage</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Path of the file</source>
        <translation>Pfad der Datei</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Pause (Space)</source>
        <translation>Pause (Leertaste)</translation>
    </message>
    <message>
        <source>Paused at {settled:,} of {total:,}</source>
        <translation>Pausiert bei {settled:,} von {total:,}</translation>
    </message>
    <message>
        <source>Peaks above valleys in seven octave bands; mean over the frames</source>
        <translation>Spitzen über Tälern in sieben Oktavbändern; Mittelwert über die Frames</translation>
    </message>
    <message>
        <source>Peaks above valleys in seven octave bands; standard deviation over the frames</source>
        <translation>Spitzen über Tälern in sieben Oktavbändern; Standardabweichung über die Frames</translation>
    </message>
    <message>
        <source>Percussive</source>
        <translation>Perkussiv</translation>
    </message>
    <message>
        <source>Percussive part</source>
        <translation>Perkussiver Anteil</translation>
    </message>
    <message>
        <source>Permutation importance</source>
        <translation>Permutationswichtigkeit</translation>
    </message>
    <message>
        <source>Permutation importance: the columns of one kind of feature are shuffled together on held-out rows; bars show the accuracy lost. Takes one fit for each fold.</source>
        <translation>Permutationswichtigkeit: Die Spalten einer Merkmalsart werden auf zurückgehaltenen Zeilen gemeinsam gemischt; die Balken zeigen den Genauigkeitsverlust. Braucht eine Anpassung je Fold.</translation>
    </message>
    <message>
        <source>Picture over time</source>
        <translation>Darstellung im Zeitverlauf</translation>
    </message>
    <message>
        <source>Pictures (PNG)…</source>
        <translation>Bilder (PNG)…</translation>
    </message>
    <message>
        <source>Pictures of the model</source>
        <translation>Bilder des Modells</translation>
    </message>
    <message>
        <source>Place of the key on the Camelot wheel; neighbours mix well</source>
        <translation>Platz der Tonart auf dem Camelot-Rad; Nachbarn passen gut zusammen</translation>
    </message>
    <message>
        <source>Place of the section in the piece, from 1; its label stands beside it</source>
        <translation>Platz des Abschnitts im Stück, ab 1; sein Label steht daneben</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Play &amp;on past selection</source>
        <translation>Über Aus&amp;wahl hinaus abspielen</translation>
    </message>
    <message>
        <source>Play most c&amp;haracteristic 30 s</source>
        <translation>&amp;Charakteristischste 30 s abspielen</translation>
    </message>
    <message>
        <source>Play selected song (Return)</source>
        <translation>Ausgewähltes Stück abspielen (Eingabe)</translation>
    </message>
    <message>
        <source>Play selected track (Space)</source>
        <translation>Ausgewählten Titel abspielen (Leertaste)</translation>
    </message>
    <message>
        <source>Play song</source>
        <translation>Stück abspielen</translation>
    </message>
    <message>
        <source>Play the clip (Space), then tap T on each beat.</source>
        <translation>Den Clip abspielen (Leertaste), dann bei jedem Schlag T tippen.</translation>
    </message>
    <message>
        <source>Play the most characteristic 30 s</source>
        <translation>Charakteristischste 30 s abspielen</translation>
    </message>
    <message>
        <source>Playback failed: {reason}</source>
        <translation>Wiedergabe fehlgeschlagen: {reason}</translation>
    </message>
    <message>
        <source>Playing through default device</source>
        <translation>Wiedergabe über das Standardgerät</translation>
    </message>
    <message>
        <source>Playlist of {tracks} saved in {path}.{left_out}</source>
        <translation>Playlist ({tracks}) in {path} gespeichert.{left_out}</translation>
    </message>
    <message>
        <source>Polynomial SVM</source>
        <translation>Polynomiale SVM</translation>
    </message>
    <message>
        <source>PortAudio library not found</source>
        <translation>PortAudio-Bibliothek nicht gefunden</translation>
    </message>
    <message>
        <source>PortAudio library not found; playback is off.</source>
        <translation>PortAudio-Bibliothek nicht gefunden; die Wiedergabe ist aus.</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Position in track</source>
        <translation>Position im Titel</translation>
    </message>
    <message>
        <source>Position in track (Shift+Left, Shift+Right)</source>
        <translation>Position im Titel (Umschalt+Links, Umschalt+Rechts)</translation>
    </message>
    <message>
        <source>Position of the beat in its bar; 1 is the downbeat</source>
        <translation>Position des Schlags im Takt; 1 ist der Taktanfang</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Präzision</translation>
    </message>
    <message>
        <source>Precision–recall</source>
        <translation>Präzision–Trefferquote</translation>
    </message>
    <message>
        <source>Predicted</source>
        <translation>Vorhersage</translation>
    </message>
    <message>
        <source>Preparation</source>
        <translation>Vorbereitung</translation>
    </message>
    <message>
        <source>Preparation ●</source>
        <translation>Vorbereitung ●</translation>
    </message>
    <message>
        <source>Preparation, changed</source>
        <translation>Vorbereitung, geändert</translation>
    </message>
    <message>
        <source>Preparation: {own}.</source>
        <translation>Vorbereitung: {own}.</translation>
    </message>
    <message>
        <source>Press to take these beats; hover to see them, and to hear them while the clip plays</source>
        <translation>Klicken übernimmt diese Schläge; Zeigen mit der Maus blendet sie ein und macht sie beim Abspielen hörbar</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>Probability of that genre</source>
        <translation>Wahrscheinlichkeit dieses Genres</translation>
    </message>
    <message>
        <source>Probability that the tracked beats are right</source>
        <translation>Wahrscheinlichkeit, dass die erkannten Schläge stimmen</translation>
    </message>
    <message>
        <source>Processes on this computer. Default: number of cores minus one.</source>
        <translation>Prozesse auf diesem Computer. Standard: Zahl der Kerne minus eins.</translation>
    </message>
    <message>
        <source>Progress is shown below.</source>
        <translation>Der Fortschritt wird unten angezeigt.</translation>
    </message>
    <message>
        <source>Progress of the analysis</source>
        <translation>Fortschritt der Analyse</translation>
    </message>
    <message>
        <source>Progress of the check</source>
        <translation>Fortschritt des Vergleichs</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>Fortschritt des Exports</translation>
    </message>
    <message>
        <source>Progress of the prediction</source>
        <translation>Fortschritt der Vorhersage</translation>
    </message>
    <message>
        <source>Progress of the training</source>
        <translation>Fortschritt des Trainings</translation>
    </message>
    <message>
        <source>Proposal: {what}</source>
        <translation>Vorschlag: {what}</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Protocols</source>
        <translation>Protokolle</translation>
    </message>
    <message>
        <source>Provenance</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Pulse and onsets</source>
        <translation>Puls und Einsätze</translation>
    </message>
    <message>
        <source>Python</source>
        <translation>Python</translation>
    </message>
    <message>
        <source>Qt: %s</source>
        <translation>Qt: %s</translation>
    </message>
    <message>
        <source>Queue: clip {index} of {n_paths}</source>
        <translation>Warteschlange: Clip {index} von {n_paths}</translation>
    </message>
    <message>
        <source>RBF SVM</source>
        <translation>RBF-SVM</translation>
    </message>
    <message>
        <source>Racing</source>
        <translation>Rennen</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>Zufällig</translation>
    </message>
    <message>
        <source>Random and grouped</source>
        <translation>Zufällig und gruppiert</translation>
    </message>
    <message>
        <source>Random folds</source>
        <translation>Zufällige Folds</translation>
    </message>
    <message>
        <source>Random folds score {gap:.0f} points too high</source>
        <translation>Zufällige Folds liegen {gap:.0f} Prozentpunkte zu hoch</translation>
    </message>
    <message>
        <source>Random forest</source>
        <translation>Random Forest</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>Rank correlation: {listed}. Scores are hardly affected, but the columns share their importance, so each looks less important than it is.</source>
        <translation>Rangkorrelation: {listed}. Die Werte leiden kaum, aber die Spalten teilen sich ihre Wichtigkeit, sodass jede unwichtiger aussieht, als sie ist.</translation>
    </message>
    <message>
        <source>Ranking</source>
        <translation>Rangfolge</translation>
    </message>
    <message>
        <source>Ranking of columns</source>
        <translation>Rangfolge der Spalten</translation>
    </message>
    <message>
        <source>Ranking the columns</source>
        <translation>Rangfolge der Spalten wird berechnet</translation>
    </message>
    <message>
        <source>Ranking the columns, once nothing else runs…</source>
        <translation>Rangfolge der Spalten wird berechnet, sobald nichts anderes läuft…</translation>
    </message>
    <message>
        <source>Ranks (Spearman)</source>
        <translation>Ränge (Spearman)</translation>
    </message>
    <message>
        <source>Ratio of samples above 1e-5 in the harmonic part to those in the percussive part</source>
        <translation>Verhältnis der Abtastwerte über 1e-5 im harmonischen Anteil zu denen im perkussiven</translation>
    </message>
    <message>
        <source>Reading beats</source>
        <translation>Schläge werden gelesen</translation>
    </message>
    <message>
        <source>Reading sections</source>
        <translation>Abschnitte werden gelesen</translation>
    </message>
    <message>
        <source>Reading tags</source>
        <translation>Tags werden gelesen</translation>
    </message>
    <message>
        <source>Reading tags of file {number:,} of {n_tracks:,}</source>
        <translation>Tags lesen: Datei {number:,} von {n_tracks:,}</translation>
    </message>
    <message>
        <source>Reading the demo songs</source>
        <translation>Demostücke werden gelesen</translation>
    </message>
    <message>
        <source>Reading the library</source>
        <translation>Bibliothek wird gelesen</translation>
    </message>
    <message>
        <source>Reading the list of runs</source>
        <translation>Liste der Läufe wird gelesen</translation>
    </message>
    <message>
        <source>Reading the models</source>
        <translation>Modelle werden gelesen</translation>
    </message>
    <message>
        <source>Reading track {start:,} of {n_tracks:,}</source>
        <translation>Titel {start:,} von {n_tracks:,} wird gelesen</translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation>{name} wird gelesen</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Reason of the failure</source>
        <translation>Grund des Fehlschlags</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>Gründe</translation>
    </message>
    <message>
        <source>Reasons for and against each class</source>
        <translation>Gründe für und gegen jede Klasse</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Trefferquote</translation>
    </message>
    <message>
        <source>Recall by class</source>
        <translation>Trefferquote je Klasse</translation>
    </message>
    <message>
        <source>Recall of each class: </source>
        <translation>Trefferquote jeder Klasse: </translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>Recent…</source>
        <translation>Zuletzt…</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>Messverfahren</translation>
    </message>
    <message>
        <source>Refu&amp;se proposal</source>
        <translation>Vorschlag ab&amp;lehnen</translation>
    </message>
    <message>
        <source>Refuse (Esc)</source>
        <translation>Ablehnen (Esc)</translation>
    </message>
    <message>
        <source>Rely on</source>
        <translation>Maßgeblich</translation>
    </message>
    <message>
        <source>Remedies</source>
        <translation>Abhilfen</translation>
    </message>
    <message>
        <source>Remedies can be undone · Alt+1 to Alt+7: steps</source>
        <translation>Abhilfen lassen sich rückgängig machen · Alt+1 bis Alt+7: Schritte</translation>
    </message>
    <message>
        <source>Remo&amp;ve from library</source>
        <translation>A&amp;us Bibliothek entfernen</translation>
    </message>
    <message>
        <source>Remo&amp;ve selected beats</source>
        <translation>Ausgewählte Schläge ent&amp;fernen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove beat at {time}</source>
        <translation>Schlag bei {time} entfernen</translation>
    </message>
    <message>
        <source>Remove border</source>
        <translation>Grenze entfernen</translation>
    </message>
    <message>
        <source>Remove from list</source>
        <translation>Aus der Liste entfernen</translation>
    </message>
    <message>
        <source>Remove label {text}</source>
        <translation>Label {text} entfernen</translation>
    </message>
    <message>
        <source>Remove section border</source>
        <translation>Abschnittsgrenze entfernen</translation>
    </message>
    <message>
        <source>Remove the selected files from the library; they stay on disk</source>
        <translation>Die ausgewählten Dateien aus der Bibliothek entfernen; sie bleiben auf dem Datenträger</translation>
    </message>
    <message>
        <source>Remove {n_beats} beats</source>
        <translation>{n_beats} Schläge entfernen</translation>
    </message>
    <message>
        <source>Remove “{text}”</source>
        <translation>„{text}“ entfernen</translation>
    </message>
    <message>
        <source>Rename every {label}…</source>
        <translation>Alle {label} umbenennen…</translation>
    </message>
    <message>
        <source>Rename section</source>
        <translation>Abschnitt umbenennen</translation>
    </message>
    <message>
        <source>Rename this one…</source>
        <translation>Nur diesen umbenennen…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen…</translation>
    </message>
    <message>
        <source>Repetitions</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Alle zurücksetzen</translation>
    </message>
    <message>
        <source>Reset beats</source>
        <translation>Schläge zurücksetzen</translation>
    </message>
    <message>
        <source>Reset columns</source>
        <translation>Spalten zurücksetzen</translation>
    </message>
    <message>
        <source>Reset sections</source>
        <translation>Abschnitte zurücksetzen</translation>
    </message>
    <message>
        <source>Reset the selected parameter</source>
        <translation>Ausgewählten Parameter zurücksetzen</translation>
    </message>
    <message>
        <source>Reset to study</source>
        <translation>Wie in der Studie</translation>
    </message>
    <message>
        <source>Restore last</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Restore ta&amp;gs</source>
        <translation>Tags &amp;wiederherstellen</translation>
    </message>
    <message>
        <source>Restoring tags</source>
        <translation>Tags werden wiederhergestellt</translation>
    </message>
    <message>
        <source>Restoring tags of</source>
        <translation>Tags wiederherstellen:</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Results of other data than are open now. They are of {text}. {difference}</source>
        <translation>Ergebnisse anderer Daten als der jetzt geöffneten, nämlich {text}. {difference}</translation>
    </message>
    <message>
        <source>Results of other settings than are chosen now. They are of {text}. Chosen now: {chosen}.</source>
        <translation>Ergebnisse anderer Einstellungen als der jetzt gewählten, nämlich {text}. Jetzt gewählt: {chosen}.</translation>
    </message>
    <message>
        <source>Results of the search</source>
        <translation>Ergebnisse der Suche</translation>
    </message>
    <message>
        <source>Results of the training</source>
        <translation>Ergebnisse des Trainings</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Return or a pause ends</source>
        <translation>Eingabe oder eine Pause beendet</translation>
    </message>
    <message>
        <source>Return: make default · Drop a model file to add it</source>
        <translation>Eingabe: als Standard · Modelldatei zum Hinzufügen hierher ziehen</translation>
    </message>
    <message>
        <source>Rhythm</source>
        <translation>Rhythmus</translation>
    </message>
    <message>
        <source>Root mean square of the harmonic part; mean over the frames</source>
        <translation>Effektivwert des harmonischen Anteils; Mittelwert über die Frames</translation>
    </message>
    <message>
        <source>Root mean square of the percussive part; mean over the frames</source>
        <translation>Effektivwert des perkussiven Anteils; Mittelwert über die Frames</translation>
    </message>
    <message>
        <source>Root mean square of the samples (1 = full scale); mean over the frames</source>
        <translation>Effektivwert der Abtastwerte (1 = Vollaussteuerung); Mittelwert über die Frames</translation>
    </message>
    <message>
        <source>Root mean square of the samples (1 = full scale); standard deviation over the frames</source>
        <translation>Effektivwert der Abtastwerte (1 = Vollaussteuerung); Standardabweichung über die Frames</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Rows of a table: no audio to play</source>
        <translation>Tabellenzeilen: kein Audio zum Abspielen</translation>
    </message>
    <message>
        <source>Rows of a table: no audio to play.</source>
        <translation>Zeilen einer Tabelle: kein Audio zum Abspielen.</translation>
    </message>
    <message>
        <source>Rows of each class</source>
        <translation>Zeilen jeder Klasse</translation>
    </message>
    <message>
        <source>Rows of each class: </source>
        <translation>Zeilen jeder Klasse: </translation>
    </message>
    <message>
        <source>Rows with different predictions</source>
        <translation>Zeilen mit verschiedenen Vorhersagen</translation>
    </message>
    <message>
        <source>Rows with different predictions: {n_rows:,}</source>
        <translation>Zeilen mit verschiedenen Vorhersagen: {n_rows:,}</translation>
    </message>
    <message>
        <source>Rows, classes or groups were changed since: {data}.</source>
        <translation>Zeilen, Klassen oder Gruppen wurden seitdem geändert: {data}.</translation>
    </message>
    <message>
        <source>Rows: true class. Columns: predicted class.</source>
        <translation>Zeilen: wahre Klasse. Spalten: vorhergesagte Klasse.</translation>
    </message>
    <message>
        <source>Run settings</source>
        <translation>Einstellungen des Laufs</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Runs at low priority. Applies to the next batch.</source>
        <translation>Läuft mit niedriger Priorität. Gilt ab dem nächsten Stapel.</translation>
    </message>
    <message>
        <source>SVM on quantiles</source>
        <translation>SVM auf Quantilen</translation>
    </message>
    <message>
        <source>Sa&amp;ve selection as audio…</source>
        <translation>A&amp;uswahl als Audio speichern…</translation>
    </message>
    <message>
        <source>Same prediction for every row.{left}</source>
        <translation>Gleiche Vorhersage für jede Zeile.{left}</translation>
    </message>
    <message>
        <source>Samples reach {peak:,.1f} times full scale; levels are given as they are.</source>
        <translation>Abtastwerte erreichen das {peak:,.1f}-Fache der Vollaussteuerung; die Pegel sind unverändert angegeben.</translation>
    </message>
    <message>
        <source>Save classifier as model</source>
        <translation>Klassifikator als Modell speichern</translation>
    </message>
    <message>
        <source>Save model</source>
        <translation>Modell speichern</translation>
    </message>
    <message>
        <source>Save name and note</source>
        <translation>Name und Anmerkung speichern</translation>
    </message>
    <message>
        <source>Save selection as audio</source>
        <translation>Auswahl als Audio speichern</translation>
    </message>
    <message>
        <source>Save son&amp;g sheet…</source>
        <translation>&amp;Songblatt speichern…</translation>
    </message>
    <message>
        <source>Save song sheet</source>
        <translation>Songblatt speichern</translation>
    </message>
    <message>
        <source>Save this table as CSV or Parquet</source>
        <translation>Diese Tabelle als CSV oder Parquet speichern</translation>
    </message>
    <message>
        <source>Save tracks as CSV or Parquet (Ctrl+E)</source>
        <translation>Titel als CSV oder Parquet speichern (Strg+E)</translation>
    </message>
    <message>
        <source>Saved {rows} to {name} in {path}.</source>
        <translation>{rows} als {name} in {path} gespeichert.</translation>
    </message>
    <message>
        <source>Saving {name}</source>
        <translation>{name} wird gespeichert</translation>
    </message>
    <message>
        <source>Scaler</source>
        <translation>Skalierung</translation>
    </message>
    <message>
        <source>Score, fit, check and save</source>
        <translation>Bewerten, anpassen, prüfen und speichern</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>Scores mislead until the warnings are resolved. Nothing changes until you choose a remedy.</source>
        <translation>Die Werte führen irre, bis die Warnungen behoben sind. Nichts ändert sich, bis Sie eine Abhilfe wählen.</translation>
    </message>
    <message>
        <source>Scores of each class</source>
        <translation>Werte jeder Klasse</translation>
    </message>
    <message>
        <source>Scores side by side</source>
        <translation>Werte im Vergleich</translation>
    </message>
    <message>
        <source>Scoring {name}</source>
        <translation>{name} wird bewertet</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>Sucheinstellungen</translation>
    </message>
    <message>
        <source>Search {n_combinations:,} combinations</source>
        <translation>{n_combinations:,} Kombinationen testen</translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>Suche läuft</translation>
    </message>
    <message>
        <source>Searching for audio files…</source>
        <translation>Audiodateien werden gesucht…</translation>
    </message>
    <message>
        <source>Searching {name} for audio files</source>
        <translation>{name} wird nach Audiodateien durchsucht</translation>
    </message>
    <message>
        <source>Second estimator</source>
        <translation>Zweiter Schätzer</translation>
    </message>
    <message>
        <source>Section and chord at the playhead: {words}</source>
        <translation>Abschnitt und Akkord an der Abspielposition: {words}</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Abschnitte</translation>
    </message>
    <message>
        <source>Sections less the song</source>
        <translation>Abschnitte minus Stück</translation>
    </message>
    <message>
        <source>Sections; equal letters repeat each other. Click selects, dragging a border moves it (Alt: off the downbeats), a double click renames, a right click offers more</source>
        <translation>Abschnitte; gleiche Buchstaben sind Wiederholungen. Klick wählt aus, Ziehen verschiebt eine Grenze (Alt: abseits der Taktanfänge), Doppelklick benennt um, Rechtsklick bietet mehr</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Select &amp;next beat</source>
        <translation>&amp;Nächsten Schlag auswählen</translation>
    </message>
    <message>
        <source>Select a model in the list to see its passport.</source>
        <translation>Ein Modell in der Liste auswählen, um seinen Steckbrief zu sehen.</translation>
    </message>
    <message>
        <source>Select a parameter to read what it means. Double-click its value to change it.</source>
        <translation>Parameter auswählen, um seine Bedeutung zu lesen. Doppelklick auf den Wert ändert ihn.</translation>
    </message>
    <message>
        <source>Select a passage first: drag on the ruler, or drag with Shift.</source>
        <translation>Zuerst eine Passage auswählen: auf der Zeitleiste ziehen oder mit Umschalt ziehen.</translation>
    </message>
    <message>
        <source>Select a passage first: drag on the ruler, or with Shift in the picture.</source>
        <translation>Zuerst eine Passage auswählen: auf der Zeitleiste ziehen oder im Bild mit Umschalt ziehen.</translation>
    </message>
    <message>
        <source>Select a row: scores explained · Esc: stop (finished fits are kept)</source>
        <translation>Zeile auswählen: Werte werden erklärt · Esc: anhalten (fertige Anpassungen bleiben)</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alle auswählen</translation>
    </message>
    <message>
        <source>Select and play the passage that is most like the whole piece (X)</source>
        <translation>Die Passage auswählen und abspielen, die dem ganzen Stück am ähnlichsten ist (X)</translation>
    </message>
    <message>
        <source>Select baselines on the left and train them. Scores appear here fold by fold.</source>
        <translation>Links Baselines auswählen und trainieren. Die Werte erscheinen hier Fold für Fold.</translation>
    </message>
    <message>
        <source>Select beats first: click one, Shift+click another for all between.</source>
        <translation>Zuerst Schläge auswählen: einen anklicken, mit Umschalt+Klick auf einen zweiten alle dazwischen.</translation>
    </message>
    <message>
        <source>Select previo&amp;us beat</source>
        <translation>V&amp;origen Schlag auswählen</translation>
    </message>
    <message>
        <source>Select tracks to see details and add labels.</source>
        <translation>Titel auswählen, um Details zu sehen und Labels hinzuzufügen.</translation>
    </message>
    <message>
        <source>Select “Learning curves” before training to see whether more rows would help.</source>
        <translation>„Lernkurven“ vor dem Training ankreuzen, um zu sehen, ob mehr Zeilen helfen würden.</translation>
    </message>
    <message>
        <source>Selected model</source>
        <translation>Ausgewähltes Modell</translation>
    </message>
    <message>
        <source>Selection saved in {path}.</source>
        <translation>Auswahl in {path} gespeichert.</translation>
    </message>
    <message>
        <source>Set aside and create new</source>
        <translation>Beiseitelegen und neu anlegen</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Settings of {name}</source>
        <translation>Einstellungen von {name}</translation>
    </message>
    <message>
        <source>Settings that differ</source>
        <translation>Abweichende Einstellungen</translation>
    </message>
    <message>
        <source>Settings: {name}</source>
        <translation>Einstellungen: {name}</translation>
    </message>
    <message>
        <source>Sh&amp;ift</source>
        <translation>Ve&amp;rschieben</translation>
    </message>
    <message>
        <source>Shade cells by value</source>
        <translation>Zellen nach Wert einfärben</translation>
    </message>
    <message>
        <source>Share model</source>
        <translation>Modell teilen</translation>
    </message>
    <message>
        <source>Share of neighbouring samples with opposite signs, mean over the frames</source>
        <translation>Anteil benachbarter Abtastwerte mit entgegengesetztem Vorzeichen, Mittelwert über die Frames</translation>
    </message>
    <message>
        <source>Share of the class</source>
        <translation>Anteil an der Klasse</translation>
    </message>
    <message>
        <source>Share…</source>
        <translation>Teilen…</translation>
    </message>
    <message>
        <source>Shift &amp;half a beat later</source>
        <translation>Um &amp;halben Schlag nach rechts schieben</translation>
    </message>
    <message>
        <source>Shift half a beat &amp;earlier</source>
        <translation>Um halben Schlag nach &amp;links schieben</translation>
    </message>
    <message>
        <source>Shift half a beat earlier</source>
        <translation>Um halben Schlag nach links schieben</translation>
    </message>
    <message>
        <source>Shift half a beat later</source>
        <translation>Um halben Schlag nach rechts schieben</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Show &amp;all</source>
        <translation>Alles &amp;zeigen</translation>
    </message>
    <message>
        <source>Show a track the moment it is opened. Takes about 0.13 MB per track, 13 GB for 100,000 tracks.</source>
        <translation>Zeigt einen Titel sofort beim Öffnen. Braucht etwa 0,13 MB je Titel, 13 GB für 100.000 Titel.</translation>
    </message>
    <message>
        <source>Show all columns</source>
        <translation>Alle Spalten zeigen</translation>
    </message>
    <message>
        <source>Show failed files</source>
        <translation>Fehlgeschlagene Dateien zeigen</translation>
    </message>
    <message>
        <source>Show failed files with reasons</source>
        <translation>Fehlgeschlagene Dateien mit Gründen zeigen</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>Ordner zeigen</translation>
    </message>
    <message>
        <source>Show how each section differs from the song as a whole</source>
        <translation>Zeigen, wie jeder Abschnitt vom ganzen Stück abweicht</translation>
    </message>
    <message>
        <source>Show in fol&amp;der</source>
        <translation>Im Or&amp;dner zeigen</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Show its results without fitting again</source>
        <translation>Ergebnisse zeigen, ohne neu anzupassen</translation>
    </message>
    <message>
        <source>Show labels and details of the selection (Ctrl+I)</source>
        <translation>Labels und Details der Auswahl zeigen (Strg+I)</translation>
    </message>
    <message>
        <source>Show rows</source>
        <translation>Zeilen zeigen</translation>
    </message>
    <message>
        <source>Show run folder</source>
        <translation>Laufordner zeigen</translation>
    </message>
    <message>
        <source>Show the features of the song as a table</source>
        <translation>Die Merkmale des Stücks als Tabelle zeigen</translation>
    </message>
    <message>
        <source>Show the summary of the song in place of its features</source>
        <translation>Statt der Merkmale den Überblick über das Stück zeigen</translation>
    </message>
    <message>
        <source>Show tree</source>
        <translation>Baum zeigen</translation>
    </message>
    <message>
        <source>Shows which features the estimators rely on. Takes some seconds.</source>
        <translation>Zeigt, auf welche Merkmale sich die Schätzer stützen. Dauert einige Sekunden.</translation>
    </message>
    <message>
        <source>Silence and very short clips have none.</source>
        <translation>Stille und sehr kurze Clips haben keine.</translation>
    </message>
    <message>
        <source>Silent</source>
        <translation>Stille</translation>
    </message>
    <message>
        <source>Silent, too short or not measured</source>
        <translation>Still, zu kurz oder nicht gemessen</translation>
    </message>
    <message>
        <source>Similar to {whom}. Left: distance; half of all tracks are beyond 100 %</source>
        <translation>Ähnlich wie {whom}. Links: Abstand; die Hälfte aller Titel liegt über 100 %</translation>
    </message>
    <message>
        <source>Six columns</source>
        <translation>Sechs Spalten</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>Slo&amp;wer</source>
        <translation>&amp;Langsamer</translation>
    </message>
    <message>
        <source>Song features</source>
        <translation>Merkmale des Stücks</translation>
    </message>
    <message>
        <source>Song sheet of {what}</source>
        <translation>Songblatt: {what}</translation>
    </message>
    <message>
        <source>Song sheet saved in {path}.</source>
        <translation>Songblatt in {path} gespeichert.</translation>
    </message>
    <message>
        <source>Song sheet {number:,} of {n_files:,}</source>
        <translation>Songblatt {number:,} von {n_files:,}</translation>
    </message>
    <message>
        <source>Song sheets of {what}</source>
        <translation>Songblätter: {what}</translation>
    </message>
    <message>
        <source>Sonic Visualiser layers…</source>
        <translation>Sonic-Visualiser-Ebenen…</translation>
    </message>
    <message>
        <source>Sort by date added</source>
        <translation>Nach Datum des Hinzufügens sortieren</translation>
    </message>
    <message>
        <source>Sort by time</source>
        <translation>Nach Zeit sortieren</translation>
    </message>
    <message>
        <source>Sort by {title}</source>
        <translation>Nach {title} sortieren</translation>
    </message>
    <message>
        <source>Sound device lost</source>
        <translation>Audiogerät getrennt</translation>
    </message>
    <message>
        <source>Sound device lost; press play to search again.</source>
        <translation>Audiogerät getrennt; zum erneuten Suchen auf „Abspielen“ klicken.</translation>
    </message>
    <message>
        <source>Sound on</source>
        <translation>Ton an</translation>
    </message>
    <message>
        <source>Sounds the same as {path}</source>
        <translation>Klingt genauso wie {path}</translation>
    </message>
    <message>
        <source>Space shows or hides a lane, Alt and an arrow key moves it, + and − size it.</source>
        <translation>Leertaste zeigt oder verbirgt eine Spur, Alt mit einer Pfeiltaste verschiebt sie, + und − ändern ihre Höhe.</translation>
    </message>
    <message>
        <source>Space: play selected track</source>
        <translation>Leertaste: ausgewählten Titel abspielen</translation>
    </message>
    <message>
        <source>Space: play · Return: open · Ctrl+L: label · Ctrl+F: filter · F1: guide · ?: keys</source>
        <translation>Leertaste: abspielen · Eingabe: öffnen · Strg+L: Label · Strg+F: Filter · F1: Handbuch · ?: Tasten</translation>
    </message>
    <message>
        <source>Space: play · Wheel: zoom · Drag: pan · Click: seek · F1: guide · ?: keys</source>
        <translation>Leertaste: abspielen · Mausrad: zoomen · Ziehen: verschieben · Klick: springen · F1: Handbuch · ?: Tasten</translation>
    </message>
    <message>
        <source>Spectrogram</source>
        <translation>Spektrogramm</translation>
    </message>
    <message>
        <source>Spectrogram; its axis, range and gain: Shift+L</source>
        <translation>Spektrogramm; Achse, Bereich und Gain: Umschalt+L</translation>
    </message>
    <message>
        <source>Spectrum</source>
        <translation>Spektrum</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>Speed as recor&amp;ded</source>
        <translation>Ori&amp;ginalgeschwindigkeit</translation>
    </message>
    <message>
        <source>Speed as recorded</source>
        <translation>Originalgeschwindigkeit</translation>
    </message>
    <message>
        <source>Speed: {per_cent} %</source>
        <translation>Geschwindigkeit: {per_cent} %</translation>
    </message>
    <message>
        <source>Speed: {per_cent} %, at the same pitch ([ slower, ] faster, \ as recorded)</source>
        <translation>Geschwindigkeit: {per_cent} % bei gleicher Tonhöhe ([ langsamer, ] schneller, \ original)</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Fest</translation>
    </message>
    <message>
        <source>Spread of the magnitude spectrum around its centroid; mean over the frames</source>
        <translation>Streuung des Betragsspektrums um seinen Schwerpunkt; Mittelwert über die Frames</translation>
    </message>
    <message>
        <source>Spread of the magnitude spectrum around its centroid; standard deviation over the frames</source>
        <translation>Streuung des Betragsspektrums um seinen Schwerpunkt; Standardabweichung über die Frames</translation>
    </message>
    <message>
        <source>Start no further files</source>
        <translation>Keine weiteren Dateien beginnen</translation>
    </message>
    <message>
        <source>Start no further fits; running ones finish</source>
        <translation>Keine weiteren Anpassungen beginnen; laufende werden beendet</translation>
    </message>
    <message>
        <source>Start of the passage</source>
        <translation>Beginn der Passage</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Wird gestartet</translation>
    </message>
    <message>
        <source>Starting processes</source>
        <translation>Prozesse werden gestartet</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Stop a file that takes longer and list it as failed</source>
        <translation>Eine Datei, die länger braucht, abbrechen und als fehlgeschlagen führen</translation>
    </message>
    <message>
        <source>Stop editing beats (Esc, B)</source>
        <translation>Bearbeitung der Schläge beenden (Esc, B)</translation>
    </message>
    <message>
        <source>Stop the analysis (Esc)</source>
        <translation>Die Analyse anhalten (Esc)</translation>
    </message>
    <message>
        <source>Stop the check</source>
        <translation>Den Vergleich anhalten</translation>
    </message>
    <message>
        <source>Stop the export</source>
        <translation>Den Export anhalten</translation>
    </message>
    <message>
        <source>Stop the prediction</source>
        <translation>Die Vorhersage anhalten</translation>
    </message>
    <message>
        <source>Stop watching {text}</source>
        <translation>{text} nicht mehr überwachen</translation>
    </message>
    <message>
        <source>Stop what is running (Esc)</source>
        <translation>Anhalten, was läuft (Esc)</translation>
    </message>
    <message>
        <source>Stop; finished files are kept, the rest can be resumed</source>
        <translation>Anhalten; fertige Dateien bleiben erhalten, der Rest lässt sich fortsetzen</translation>
    </message>
    <message>
        <source>Stopped. Files that were written can be restored with Library › Restore tags.</source>
        <translation>Angehalten. „Bibliothek › Tags wiederherstellen“ setzt bereits geschriebene Dateien zurück.</translation>
    </message>
    <message>
        <source>Stopped. {n_fits:,} fits are kept; the same search resumes from them.</source>
        <translation>Angehalten. {n_fits:,} Anpassungen bleiben erhalten; dieselbe Suche setzt dort fort.</translation>
    </message>
    <message>
        <source>Stopped: it needed more than {gigabytes:.2g} GB, the memory limit per file.</source>
        <translation>Abgebrochen: brauchte mehr als {gigabytes:.2g} GB, die Speichergrenze je Datei.</translation>
    </message>
    <message>
        <source>Stopped: it took longer than {seconds:g} s, the time limit per file.</source>
        <translation>Abgebrochen: dauerte länger als {seconds:g} s, die Zeitgrenze je Datei.</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>Strategie</translation>
    </message>
    <message>
        <source>Strength of the twelve pitch classes</source>
        <translation>Stärke der zwölf Tonklassen</translation>
    </message>
    <message>
        <source>Strength of the twelve pitch classes relative to the frame&apos;s strongest, from the STFT; mean over the frames</source>
        <translation>Stärke der zwölf Tonklassen relativ zur stärksten des Frames, aus der STFT; Mittelwert über die Frames</translation>
    </message>
    <message>
        <source>Strength of the twelve pitch classes relative to the frame&apos;s strongest, from the STFT; standard deviation over the frames</source>
        <translation>Stärke der zwölf Tonklassen relativ zur stärksten des Frames, aus der STFT; Standardabweichung über die Frames</translation>
    </message>
    <message>
        <source>Strength of the twelve pitch classes, quantised and smoothed, from a constant-Q transform; mean over the frames</source>
        <translation>Stärke der zwölf Tonklassen, quantisiert und geglättet, aus einer Constant-Q-Transformation; Mittelwert über die Frames</translation>
    </message>
    <message>
        <source>Strength of the twelve pitch classes, quantised and smoothed, from a constant-Q transform; standard deviation over the frames</source>
        <translation>Stärke der zwölf Tonklassen, quantisiert und geglättet, aus einer Constant-Q-Transformation; Standardabweichung über die Frames</translation>
    </message>
    <message>
        <source>Stronger</source>
        <translation>Stärkere</translation>
    </message>
    <message>
        <source>Summarising the columns</source>
        <translation>Spalten werden zusammengefasst</translation>
    </message>
    <message>
        <source>Summarising the columns, once nothing else runs…</source>
        <translation>Spalten werden zusammengefasst, sobald nichts anderes läuft…</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Summary of the song</source>
        <translation>Überblick über das Stück</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>System default</source>
        <translation>Systemstandard</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Table (CSV)…</source>
        <translation>Tabelle (CSV)…</translation>
    </message>
    <message>
        <source>Table menu</source>
        <translation>Tabellenmenü</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.parquet)</source>
        <translation>Tabellen (*.csv *.tsv *.parquet)</translation>
    </message>
    <message>
        <source>Tables ({patterns})</source>
        <translation>Tabellen ({patterns})</translation>
    </message>
    <message>
        <source>Tables saved in {path}.</source>
        <translation>Tabellen in {path} gespeichert.</translation>
    </message>
    <message>
        <source>Tags are being written. Wait until that has finished.</source>
        <translation>Tags werden gerade geschrieben. Warten, bis das fertig ist.</translation>
    </message>
    <message>
        <source>Tags before and after</source>
        <translation>Tags vorher und nachher</translation>
    </message>
    <message>
        <source>Tags of {files} restored.</source>
        <translation>Tags wiederhergestellt: {files}.</translation>
    </message>
    <message>
        <source>Tags of {files} written.</source>
        <translation>Tags geschrieben: {files}.</translation>
    </message>
    <message>
        <source>Tags that the file lacks and its name suggests</source>
        <translation>Tags, die der Datei fehlen und ihr Name nahelegt</translation>
    </message>
    <message>
        <source>Take the proposed beats</source>
        <translation>Die vorgeschlagenen Schläge übernehmen</translation>
    </message>
    <message>
        <source>Tap</source>
        <translation>Tippen</translation>
    </message>
    <message>
        <source>Tap at least two beats.</source>
        <translation>Mindestens zwei Schläge tippen.</translation>
    </message>
    <message>
        <source>Taps: {count}{speed} · {left} · Esc cancels</source>
        <translation>Getippt: {count}{speed} · {left} · Esc bricht ab</translation>
    </message>
    <message>
        <source>Tem&amp;po</source>
        <translation>Tem&amp;po</translation>
    </message>
    <message>
        <source>Tempo</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Tempo &amp;changes here</source>
        <translation>Tempo&amp;wechsel hier</translation>
    </message>
    <message>
        <source>Tempo candidate {bpm} BPM</source>
        <translation>Tempokandidat {bpm} BPM</translation>
    </message>
    <message>
        <source>Tempo change to {bpm} BPM at {start}</source>
        <translation>Tempowechsel auf {bpm} BPM bei {start}</translation>
    </message>
    <message>
        <source>Tempo changes here</source>
        <translation>Tempowechsel hier</translation>
    </message>
    <message>
        <source>Tempo curve</source>
        <translation>Tempokurve</translation>
    </message>
    <message>
        <source>Tempo in BPM, from the distances of the beats, smoothed over a bar; it follows every edit of the beats</source>
        <translation>Tempo in BPM aus den Abständen der Schläge, über einen Takt geglättet; folgt jeder Bearbeitung der Schläge</translation>
    </message>
    <message>
        <source>Tempo of the beat grid: 60 / time to the next beat; of a bar, the mean over its beats; of a song, the tempo of its grid; empty where no beat follows</source>
        <translation>Tempo des Schlagrasters: 60 / Zeit bis zum nächsten Schlag; beim Takt Mittelwert über seine Schläge; beim Stück Tempo seines Rasters; leer, wenn kein Schlag folgt</translation>
    </message>
    <message>
        <source>Tempo of the beats, tracked or edited; filters also find half and double</source>
        <translation>Tempo der Schläge, erkannt oder bearbeitet; Filter finden auch halbes und doppeltes</translation>
    </message>
    <message>
        <source>Tempo of {n_beats} beats</source>
        <translation>Tempo aus {n_beats} Schlägen</translation>
    </message>
    <message>
        <source>Tempo {bpm} BPM</source>
        <translation>Tempo {bpm} BPM</translation>
    </message>
    <message>
        <source>Tempo {bpm} BPM from {start}</source>
        <translation>Tempo {bpm} BPM ab {start}</translation>
    </message>
    <message>
        <source>Tempo {factor}</source>
        <translation>Tempo {factor}</translation>
    </message>
    <message>
        <source>Tempo {whole}{sure}</source>
        <translation>Tempo {whole}{sure}</translation>
    </message>
    <message>
        <source>Tempo ±{tolerance:.0f} %</source>
        <translation>Tempo ±{tolerance:.0f} %</translation>
    </message>
    <message>
        <source>Tempo, BPM</source>
        <translation>Tempo, BPM</translation>
    </message>
    <message>
        <source>Text columns</source>
        <translation>Textspalten</translation>
    </message>
    <message>
        <source>The analysis of {filename} is damaged ({reason}); analyse it again.</source>
        <translation>Die Analyse von {filename} ist beschädigt ({reason}); erneut analysieren.</translation>
    </message>
    <message>
        <source>The analysis process ended unexpectedly, possibly out of memory. Try again.</source>
        <translation>Der Analyseprozess endete unerwartet, vielleicht aus Speichermangel. Erneut versuchen.</translation>
    </message>
    <message>
        <source>The annotations</source>
        <translation>Annotationen</translation>
    </message>
    <message>
        <source>The annotations could not be written</source>
        <translation>Die Annotationen konnten nicht geschrieben werden</translation>
    </message>
    <message>
        <source>The beat grid of {content_id} in {name} is damaged; analyse the track again.</source>
        <translation>Das Schlagraster von {content_id} in {name} ist beschädigt; den Titel erneut analysieren.</translation>
    </message>
    <message>
        <source>The beat net does not lead from {features} features to beats, downbeats and {tempi} tempi.</source>
        <translation>Das Schlagnetz bildet nicht {features} Merkmale auf Schläge, Taktanfänge und {tempi} Tempi ab.</translation>
    </message>
    <message>
        <source>The beat net is {size:.1f} MB; it may have at most {most} MB.</source>
        <translation>Das Schlagnetz hat {size:.1f} MB; erlaubt sind höchstens {most} MB.</translation>
    </message>
    <message>
        <source>The beats at {time} s are locked. Unlock them first.</source>
        <translation>Die Schläge bei {time} s sind gesperrt. Zuerst entsperren.</translation>
    </message>
    <message>
        <source>The beats could not be read</source>
        <translation>Die Schläge konnten nicht gelesen werden</translation>
    </message>
    <message>
        <source>The beats could not be stored: {reason}</source>
        <translation>Die Schläge konnten nicht gespeichert werden: {reason}</translation>
    </message>
    <message>
        <source>The beats could not be written</source>
        <translation>Die Schläge konnten nicht geschrieben werden</translation>
    </message>
    <message>
        <source>The beats were edited in another window meanwhile. The newer beats are shown; repeat your last edit.</source>
        <translation>Die Schläge wurden inzwischen in einem anderen Fenster bearbeitet. Gezeigt werden die neueren; die letzte Bearbeitung wiederholen.</translation>
    </message>
    <message>
        <source>The beats were edited in another window, and these edits are shown.</source>
        <translation>Die Schläge wurden in einem anderen Fenster bearbeitet; angezeigt werden diese Änderungen.</translation>
    </message>
    <message>
        <source>The beats were found, but not where a bar begins; positions count to four</source>
        <translation>Die Schläge wurden gefunden, aber nicht, wo ein Takt beginnt; gezählt wird bis vier</translation>
    </message>
    <message>
        <source>The best score is {optimistic}.</source>
        <translation>Der beste Wert ist {optimistic}.</translation>
    </message>
    <message>
        <source>The channels are in opposite phase and cancel each other out; only channel {channel} was analysed.</source>
        <translation>Die Kanäle sind gegenphasig und löschen einander aus; nur Kanal {channel} wurde analysiert.</translation>
    </message>
    <message>
        <source>The choice is judged on the test rows of the split: one more fit.</source>
        <translation>Die Wahl wird auf den Testzeilen der Aufteilung beurteilt: eine weitere Anpassung.</translation>
    </message>
    <message>
        <source>The classifier is scored on held-out rows, fitted on all {rows:,} rows of {name} and checked against its file.</source>
        <translation>Der Klassifikator wird auf zurückgehaltenen Zeilen bewertet, auf allen {rows:,} Zeilen von {name} angepasst und mit seiner Datei abgeglichen.</translation>
    </message>
    <message>
        <source>The clip</source>
        <translation>Der Clip</translation>
    </message>
    <message>
        <source>The cluster at {address} was lost ({reason}). Finished work is kept; start again to continue.</source>
        <translation>Der Cluster unter {address} ging verloren ({reason}). Fertige Arbeit bleibt erhalten; zum Fortsetzen erneut starten.</translation>
    </message>
    <message>
        <source>The column “{column}” of {name} does not name each of the {rows} rows once.</source>
        <translation>Die Spalte „{column}“ von {name} nennt nicht jede der {rows} Zeilen genau einmal.</translation>
    </message>
    <message>
        <source>The column “{column}” of {name} has {categories:,} different entries; at most {most} can be taken as one-hot columns.</source>
        <translation>Die Spalte „{column}“ von {name} hat {categories:,} verschiedene Einträge; als One-Hot-Spalten sind höchstens {most} möglich.</translation>
    </message>
    <message>
        <source>The column “{column}” of {name} has {classes:,} different entries; at most {most:,} classes are supported. Choose another column as label.</source>
        <translation>Die Spalte „{column}“ von {name} hat {classes:,} verschiedene Einträge; höchstens {most:,} Klassen werden unterstützt. Eine andere Spalte als Label wählen.</translation>
    </message>
    <message>
        <source>The column “{column}” of {name} has “{entry}” in row {row}; use train, valid or test.</source>
        <translation>Die Spalte „{column}“ von {name} hat „{entry}“ in Zeile {row}; erlaubt sind train, valid und test.</translation>
    </message>
    <message>
        <source>The column “{column}” of {name} holds text where numbers should be: “{text}” in row {row} and {more} more. Correct it, or leave the column out.</source>
        <translation>Die Spalte „{column}“ von {name} enthält Text statt Zahlen: „{text}“ in Zeile {row} und {more} weitere. Korrigieren oder die Spalte weglassen.</translation>
    </message>
    <message>
        <source>The column “{column}” of {name} holds text where numbers should be: “{text}” in row {row}. Correct it, or leave the column out.</source>
        <translation>Die Spalte „{column}“ von {name} enthält Text statt Zahlen: „{text}“ in Zeile {row}. Korrigieren oder die Spalte weglassen.</translation>
    </message>
    <message>
        <source>The column “{column}” of {name} is empty; it cannot be taken as one-hot columns.</source>
        <translation>Die Spalte „{column}“ von {name} ist leer und daher nicht als One-Hot-Spalten verwendbar.</translation>
    </message>
    <message>
        <source>The column “{column}” of {name} needs rows for train and rows for test (or valid).</source>
        <translation>Die Spalte „{column}“ von {name} braucht Zeilen für train und Zeilen für test (oder valid).</translation>
    </message>
    <message>
        <source>The column “{label}” of {name} is empty; every row needs a label.</source>
        <translation>Die Spalte „{label}“ von {name} ist leer; jede Zeile braucht ein Label.</translation>
    </message>
    <message>
        <source>The columns were changed since: {parts}.</source>
        <translation>Die Spalten wurden seitdem geändert: {parts}.</translation>
    </message>
    <message>
        <source>The curves cannot be drawn</source>
        <translation>Die Kurven können nicht gezeichnet werden</translation>
    </message>
    <message>
        <source>The data of this run, {name}, are no longer where they were. Importance, reasons and saving need them.</source>
        <translation>Die Daten dieses Laufs, {name}, liegen nicht mehr am alten Ort. Wichtigkeit, Gründe und Speichern brauchen sie.</translation>
    </message>
    <message>
        <source>The data of this search are not open: open them in Data first.</source>
        <translation>Die Daten dieser Suche sind nicht geöffnet: zuerst unter „Daten“ öffnen.</translation>
    </message>
    <message>
        <source>The estimator is fitted once on all rows. Wheel: zoom · Click: fold or unfold a branch</source>
        <translation>Der Schätzer wird einmal auf allen Zeilen angepasst. Mausrad: zoomen · Klick: Zweig ein- oder ausklappen</translation>
    </message>
    <message>
        <source>The fifteen most important columns of the first two estimators. Correlated columns stand in for each other, so each by itself looks less important than its kind.</source>
        <translation>Die fünfzehn wichtigsten Spalten der ersten beiden Schätzer. Korrelierte Spalten vertreten einander, daher sieht jede einzelne unwichtiger aus als ihre Art.</translation>
    </message>
    <message>
        <source>The file ends early: {read:.1f} s of {stated:.1f} s could be read.</source>
        <translation>Die Datei endet vorzeitig: {read:.1f} s von {stated:.1f} s waren lesbar.</translation>
    </message>
    <message>
        <source>The file has {count} audio tracks; track {track} was read.</source>
        <translation>Die Datei hat {count} Audiospuren; gelesen wurde Spur {track}.</translation>
    </message>
    <message>
        <source>The file is damaged or ends early: {read:.1f} s could be read.</source>
        <translation>Die Datei ist beschädigt oder endet vorzeitig: {read:.1f} s waren lesbar.</translation>
    </message>
    <message>
        <source>The file is in {path}.</source>
        <translation>Die Datei liegt in {path}.</translation>
    </message>
    <message>
        <source>The file states a length of {stated:.1f} s; all {read:.1f} s were read.</source>
        <translation>Die Datei gibt eine Länge von {stated:.1f} s an; alle {read:.1f} s wurden gelesen.</translation>
    </message>
    <message>
        <source>The folder could not be read</source>
        <translation>Der Ordner konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>The folder itself stays</source>
        <translation>Der Ordner selbst bleibt</translation>
    </message>
    <message>
        <source>The folder {path} no longer exists.</source>
        <translation>Der Ordner {path} existiert nicht mehr.</translation>
    </message>
    <message>
        <source>The grid cannot be searched: {reason}</source>
        <translation>Das Gitter lässt sich nicht durchsuchen: {reason}</translation>
    </message>
    <message>
        <source>The imported beats hardly match the beats found in the audio. Are they of this piece?</source>
        <translation>Die importierten Schläge passen kaum zu denen im Audio. Gehören sie zu diesem Stück?</translation>
    </message>
    <message>
        <source>The language changes when Groovescope is started again.</source>
        <translation>Die Sprache ändert sich beim nächsten Start von Groovescope.</translation>
    </message>
    <message>
        <source>The library cannot be opened</source>
        <translation>Die Bibliothek kann nicht geöffnet werden</translation>
    </message>
    <message>
        <source>The library could not be renamed: {reason}.</source>
        <translation>Die Bibliothek konnte nicht umbenannt werden: {reason}.</translation>
    </message>
    <message>
        <source>The library is empty</source>
        <translation>Die Bibliothek ist leer</translation>
    </message>
    <message>
        <source>The library is empty. Add music and label tracks first.</source>
        <translation>Die Bibliothek ist leer. Zuerst Musik hinzufügen und Titel mit Labels versehen.</translation>
    </message>
    <message>
        <source>The library {name} is closed.</source>
        <translation>Die Bibliothek {name} ist geschlossen.</translation>
    </message>
    <message>
        <source>The library {name} is read-only; make its file and folder writable.</source>
        <translation>Die Bibliothek {name} ist schreibgeschützt; Datei und Ordner beschreibbar machen.</translation>
    </message>
    <message>
        <source>The library {path} could not be used ({reason}); open it again, and restore it from a backup if that fails.</source>
        <translation>Die Bibliothek {path} war nicht verwendbar ({reason}). Erneut öffnen; gelingt das nicht, aus einer Sicherung wiederherstellen.</translation>
    </message>
    <message>
        <source>The library {path} could not be written: the disk is full, or reports an error. Free some space, or check it; nothing stored was lost.</source>
        <translation>Die Bibliothek {path} ließ sich nicht schreiben: Der Datenträger ist voll oder meldet einen Fehler. Platz schaffen oder ihn prüfen; nichts Gespeichertes ging verloren.</translation>
    </message>
    <message>
        <source>The library {path} could not be written: the disk is full. Free some space; nothing stored was lost.</source>
        <translation>Die Bibliothek {path} ließ sich nicht schreiben: Der Datenträger ist voll. Platz schaffen; nichts Gespeichertes ging verloren.</translation>
    </message>
    <message>
        <source>The library {path} is being written by another program; wait for it to finish, then try again.</source>
        <translation>Ein anderes Programm schreibt gerade in die Bibliothek {path}. Warten, bis es fertig ist, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>The library {path} is damaged; restore it from a backup, or set it aside and create a new one.</source>
        <translation>Die Bibliothek {path} ist beschädigt. Aus einer Sicherung wiederherstellen oder beiseitelegen und eine neue anlegen.</translation>
    </message>
    <message>
        <source>The library {path} may not be opened or written; check the permissions of its file and folder.</source>
        <translation>Die Bibliothek {path} darf nicht geöffnet oder beschrieben werden; die Rechte von Datei und Ordner prüfen.</translation>
    </message>
    <message>
        <source>The list of runs cannot be read: {reason}</source>
        <translation>Die Liste der Läufe kann nicht gelesen werden: {reason}</translation>
    </message>
    <message>
        <source>The list of runs was not changed: {reason}</source>
        <translation>Die Liste der Läufe wurde nicht geändert: {reason}</translation>
    </message>
    <message>
        <source>The mean of a waveform is the recording&apos;s DC offset: it comes from a converter, not from music. Accuracy alone {listed}, by chance {chance:.2f}.</source>
        <translation>Der Mittelwert einer Wellenform ist der DC-Offset der Aufnahme: Er stammt von einem Wandler, nicht von der Musik. Genauigkeit allein {listed}, durch Zufall {chance:.2f}.</translation>
    </message>
    <message>
        <source>The model could not be evaluated: its operators do not fit what it reads, or it took more than {seconds:.0f} s; download or save the model again.</source>
        <translation>Das Modell ließ sich nicht auswerten: Seine Operatoren passen nicht zur Eingabe, oder es brauchte mehr als {seconds:.0f} s. Das Modell erneut herunterladen oder speichern.</translation>
    </message>
    <message>
        <source>The model does not lead from {features} features to {classes} probabilities.</source>
        <translation>Das Modell bildet nicht {features} Merkmale auf {classes} Wahrscheinlichkeiten ab.</translation>
    </message>
    <message>
        <source>The model file has format {format}; this program reads format {known}.</source>
        <translation>Die Modelldatei hat Format {format}; dieses Programm liest Format {known}.</translation>
    </message>
    <message>
        <source>The model gives something other than “{name}”.</source>
        <translation>Das Modell gibt etwas anderes aus als „{name}“.</translation>
    </message>
    <message>
        <source>The model gives “{name}” in another shape than its passport says: {width} a row.</source>
        <translation>Das Modell gibt „{name}“ in anderer Form aus als im Steckbrief: {width} je Zeile.</translation>
    </message>
    <message>
        <source>The model has {operators} operators; at most {most} are allowed.</source>
        <translation>Das Modell hat {operators} Operatoren; erlaubt sind höchstens {most}.</translation>
    </message>
    <message>
        <source>The model holds a constant that is larger than its file; the file is damaged.</source>
        <translation>Das Modell enthält eine Konstante, die größer ist als seine Datei; die Datei ist beschädigt.</translation>
    </message>
    <message>
        <source>The model holds more than a plain graph, which this program does not run.</source>
        <translation>Das Modell enthält mehr als einen einfachen Graphen; das führt dieses Programm nicht aus.</translation>
    </message>
    <message>
        <source>The model keeps numbers in other files, which this program does not read.</source>
        <translation>Das Modell hält Zahlen in anderen Dateien, die dieses Programm nicht liest.</translation>
    </message>
    <message>
        <source>The model reads something other than “{name}”.</source>
        <translation>Das Modell liest etwas anderes als „{name}“.</translation>
    </message>
    <message>
        <source>The model reads {features} features a row, not an array of shape {shape}.</source>
        <translation>Das Modell liest {features} Merkmale je Zeile, kein Array der Form {shape}.</translation>
    </message>
    <message>
        <source>The model reads “{column}”, which is not measured from audio; choose another model.</source>
        <translation>Das Modell liest „{column}“, was nicht aus Audio gemessen wird; ein anderes Modell wählen.</translation>
    </message>
    <message>
        <source>The model reads “{name}” in another shape than its passport says: {width} a row.</source>
        <translation>Das Modell liest „{name}“ in anderer Form als im Steckbrief: {width} je Zeile.</translation>
    </message>
    <message>
        <source>The model uses foreign operators (“{domain}”), which this program does not run.</source>
        <translation>Das Modell verwendet fremde Operatoren („{domain}“), die dieses Programm nicht ausführt.</translation>
    </message>
    <message>
        <source>The model uses the operator {operator}, which this program does not run.</source>
        <translation>Das Modell verwendet den Operator {operator}, den dieses Programm nicht ausführt.</translation>
    </message>
    <message>
        <source>The model was not made from the table {name}.</source>
        <translation>Das Modell stammt nicht aus der Tabelle {name}.</translation>
    </message>
    <message>
        <source>The model was not saved: its ONNX form differs from it by {difference:.1e} in probability.</source>
        <translation>Das Modell wurde nicht gespeichert: Seine ONNX-Form weicht um {difference:.1e} in der Wahrscheinlichkeit ab.</translation>
    </message>
    <message>
        <source>The model was not saved: {folder} cannot be written ({reason}).</source>
        <translation>Das Modell wurde nicht gespeichert: {folder} ist nicht beschreibbar ({reason}).</translation>
    </message>
    <message>
        <source>The model {name} no longer exists.</source>
        <translation>Das Modell {name} existiert nicht mehr.</translation>
    </message>
    <message>
        <source>The model “{name}” reads features that were not measured when this was analysed; analyse it again.</source>
        <translation>Das Modell „{name}“ liest Merkmale, die bei dieser Analyse nicht gemessen wurden; erneut analysieren.</translation>
    </message>
    <message>
        <source>The model&apos;s ONNX part is damaged or not ONNX.</source>
        <translation>Der ONNX-Teil des Modells ist beschädigt oder kein ONNX.</translation>
    </message>
    <message>
        <source>The model&apos;s ONNX part is malformed and cannot be used; download or save the model again.</source>
        <translation>Der ONNX-Teil des Modells ist fehlerhaft und nicht verwendbar; das Modell erneut herunterladen oder speichern.</translation>
    </message>
    <message>
        <source>The model&apos;s answer is not made of probabilities; the file is damaged.</source>
        <translation>Die Ausgabe des Modells besteht nicht aus Wahrscheinlichkeiten; die Datei ist beschädigt.</translation>
    </message>
    <message>
        <source>The model&apos;s operator {operator} asks for too much memory.</source>
        <translation>Der Operator {operator} des Modells verlangt zu viel Speicher.</translation>
    </message>
    <message>
        <source>The model&apos;s operator {operator} does not fit the one before it.</source>
        <translation>Der Operator {operator} des Modells passt nicht zum vorherigen.</translation>
    </message>
    <message>
        <source>The model&apos;s operator {operator} holds something other than numbers and text.</source>
        <translation>Der Operator {operator} des Modells enthält anderes als Zahlen und Text.</translation>
    </message>
    <message>
        <source>The model&apos;s operators are tied together more often than this program follows.</source>
        <translation>Die Operatoren des Modells sind häufiger miteinander verknüpft, als dieses Programm zulässt.</translation>
    </message>
    <message>
        <source>The model&apos;s passport is malformed: {reason}</source>
        <translation>Der Steckbrief des Modells ist fehlerhaft: {reason}</translation>
    </message>
    <message>
        <source>The model&apos;s passport is not a JSON object; the file is damaged.</source>
        <translation>Der Steckbrief des Modells ist kein JSON-Objekt; die Datei ist beschädigt.</translation>
    </message>
    <message>
        <source>The model&apos;s passport is not valid JSON; the file is damaged.</source>
        <translation>Der Steckbrief des Modells ist kein gültiges JSON; die Datei ist beschädigt.</translation>
    </message>
    <message>
        <source>The model&apos;s passport lacks “{entry}”; the file is damaged.</source>
        <translation>Im Steckbrief des Modells fehlt „{entry}“; die Datei ist beschädigt.</translation>
    </message>
    <message>
        <source>The models cannot be listed</source>
        <translation>Die Modelle können nicht aufgelistet werden</translation>
    </message>
    <message>
        <source>The note was not saved: {reason}</source>
        <translation>Die Anmerkung wurde nicht gespeichert: {reason}</translation>
    </message>
    <message>
        <source>The piece</source>
        <translation>Das Stück</translation>
    </message>
    <message>
        <source>The playlist</source>
        <translation>Playlist</translation>
    </message>
    <message>
        <source>The same music has two labels: {listed}. At most one of them is right.</source>
        <translation>Dieselbe Musik hat zwei Labels: {listed}. Höchstens eines davon stimmt.</translation>
    </message>
    <message>
        <source>The scheduler at {address} has no workers; start some with: dask worker {address} --nthreads 1</source>
        <translation>Der Scheduler unter {address} hat keine Worker. Worker starten mit: dask worker {address} --nthreads 1</translation>
    </message>
    <message>
        <source>The search in {folder} has other settings ({names}); resume it with those or use another folder.</source>
        <translation>Die Suche in {folder} hat andere Einstellungen ({names}). Mit diesen fortsetzen oder einen anderen Ordner verwenden.</translation>
    </message>
    <message>
        <source>The search in {run} is not complete: {missing:,} of {wanted:,} fits are missing.</source>
        <translation>Die Suche in {run} ist unvollständig: {missing:,} von {wanted:,} Anpassungen fehlen.</translation>
    </message>
    <message>
        <source>The search in {run} was made with other data; give the table, groups and columns it had.</source>
        <translation>Die Suche in {run} entstand mit anderen Daten; Tabelle, Gruppen und Spalten von damals angeben.</translation>
    </message>
    <message>
        <source>The search is made once more without a fold, on which its choice is judged: {times}.</source>
        <translation>Die Suche läuft noch einmal ohne einen Fold, auf dem ihre Wahl beurteilt wird: {times}.</translation>
    </message>
    <message>
        <source>The search is made {searches} times more, each without a fold on which its choice is judged: {times}.</source>
        <translation>Die Suche läuft noch {searches}-mal, jeweils ohne einen Fold, auf dem ihre Wahl beurteilt wird: {times}.</translation>
    </message>
    <message>
        <source>The sections could not be read</source>
        <translation>Die Abschnitte konnten nicht gelesen werden</translation>
    </message>
    <message>
        <source>The sections could not be stored: {reason}</source>
        <translation>Die Abschnitte konnten nicht gespeichert werden: {reason}</translation>
    </message>
    <message>
        <source>The sections could not follow: {reason}</source>
        <translation>Die Abschnitte konnten nicht angepasst werden: {reason}</translation>
    </message>
    <message>
        <source>The selection could not be saved</source>
        <translation>Die Auswahl konnte nicht gespeichert werden</translation>
    </message>
    <message>
        <source>The shipped model is part of the program and cannot be removed.</source>
        <translation>Das mitgelieferte Modell gehört zum Programm und lässt sich nicht entfernen.</translation>
    </message>
    <message>
        <source>The song sheet could not be written</source>
        <translation>Das Songblatt konnte nicht geschrieben werden</translation>
    </message>
    <message>
        <source>The song sheets</source>
        <translation>Songblätter</translation>
    </message>
    <message>
        <source>The split of {name} has no rows for {part}.</source>
        <translation>Die Aufteilung von {name} hat keine Zeilen für {part}.</translation>
    </message>
    <message>
        <source>The split of {name} has no “{label}” to train on.</source>
        <translation>Die Aufteilung von {name} hat kein „{label}“ zum Trainieren.</translation>
    </message>
    <message>
        <source>The stored edits of the beats are damaged.</source>
        <translation>Die gespeicherten Bearbeitungen der Schläge sind beschädigt.</translation>
    </message>
    <message>
        <source>The stored edits of the beats of {content_id} cannot be used: {reason}</source>
        <translation>Die gespeicherten Bearbeitungen der Schläge von {content_id} sind nicht verwendbar: {reason}</translation>
    </message>
    <message>
        <source>The stored edits of the sections of {content_id} cannot be used: {reason}</source>
        <translation>Die gespeicherten Bearbeitungen der Abschnitte von {content_id} sind nicht verwendbar: {reason}</translation>
    </message>
    <message>
        <source>The stretch is empty. Its end must be after its start.</source>
        <translation>Der Bereich ist leer. Sein Ende muss nach seinem Anfang liegen.</translation>
    </message>
    <message>
        <source>The table has one label only; a classifier needs at least two.</source>
        <translation>Die Tabelle hat nur ein Label; ein Klassifikator braucht mindestens zwei.</translation>
    </message>
    <message>
        <source>The tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>The tables could not be written</source>
        <translation>Die Tabellen konnten nicht geschrieben werden</translation>
    </message>
    <message>
        <source>The tables could not follow the beats: {reason}</source>
        <translation>Die Tabellen konnten den Schlägen nicht angepasst werden: {reason}</translation>
    </message>
    <message>
        <source>The tags could not be read or written</source>
        <translation>Die Tags konnten nicht gelesen oder geschrieben werden</translation>
    </message>
    <message>
        <source>The tempo cannot be scaled by {factor}: choose ½, 2, ⅔ or 3/2.</source>
        <translation>Das Tempo lässt sich nicht mit {factor} skalieren: ½, 2, ⅔ oder 3/2 wählen.</translation>
    </message>
    <message>
        <source>The tempo changes between {slowest} and {fastest} BPM; the most usual one is shown.</source>
        <translation>Das Tempo wechselt zwischen {slowest} und {fastest} BPM; gezeigt wird das häufigste.</translation>
    </message>
    <message>
        <source>The times of the beats do not rise.</source>
        <translation>Die Zeiten der Schläge steigen nicht an.</translation>
    </message>
    <message>
        <source>The workers at {address} cannot run this program: {reason}</source>
        <translation>Die Worker unter {address} können dieses Programm nicht ausführen: {reason}</translation>
    </message>
    <message>
        <source>The {n_shown} of {n_columns:,} columns that differ most between classes. {about}</source>
        <translation>Die {n_shown} von {n_columns:,} Spalten, die sich zwischen den Klassen am stärksten unterscheiden. {about}</translation>
    </message>
    <message>
        <source>The {name} {label}</source>
        <translation>{name} {label}</translation>
    </message>
    <message>
        <source>There are fewer than two beats. Tap along or set a tempo first.</source>
        <translation>Es gibt weniger als zwei Schläge. Zuerst mittippen oder ein Tempo setzen.</translation>
    </message>
    <message>
        <source>There are no beats to write to {name}.</source>
        <translation>Es gibt keine Schläge, die in {name} zu schreiben wären.</translation>
    </message>
    <message>
        <source>There is a beat at {time} s already.</source>
        <translation>Bei {time} s gibt es bereits einen Schlag.</translation>
    </message>
    <message>
        <source>There is a fixed split already: give --split or --make-split, not both.</source>
        <translation>Es gibt bereits eine feste Aufteilung: entweder --split oder --make-split angeben, nicht beides.</translation>
    </message>
    <message>
        <source>There is no Dask scheduler at {address}: {reason}. Start one, or check the address.</source>
        <translation>Unter {address} gibt es keinen Dask-Scheduler: {reason}. Einen starten oder die Adresse prüfen.</translation>
    </message>
    <message>
        <source>There is no beat at {time} s.</source>
        <translation>Bei {time} s gibt es keinen Schlag.</translation>
    </message>
    <message>
        <source>There is no column “{column}” to leave out.</source>
        <translation>Es gibt keine Spalte „{column}“ zum Weglassen.</translation>
    </message>
    <message>
        <source>There is no column “{column}” to sort by.</source>
        <translation>Es gibt keine Spalte „{column}“ zum Sortieren.</translation>
    </message>
    <message>
        <source>There is no column “{name}”; try name, artist, bpm, key, genre, label or a feature&apos;s name.</source>
        <translation>Es gibt keine Spalte „{name}“. Möglich sind name, artist, bpm, key, genre, label oder der Name eines Merkmals.</translation>
    </message>
    <message>
        <source>There is no file {address}; check the address.</source>
        <translation>Es gibt keine Datei {address}; die Adresse prüfen.</translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <translation>Es gibt keine Datei {path}.</translation>
    </message>
    <message>
        <source>There is no folder {path}.</source>
        <translation>Es gibt keinen Ordner {path}.</translation>
    </message>
    <message>
        <source>There is no library {path}.</source>
        <translation>Es gibt keine Bibliothek {path}.</translation>
    </message>
    <message>
        <source>There is no model file {path}.</source>
        <translation>Es gibt keine Modelldatei {path}.</translation>
    </message>
    <message>
        <source>There is no scaler “{text}”; choose among {known}.</source>
        <translation>Es gibt keinen Skalierer „{text}“. Möglich sind: {known}.</translation>
    </message>
    <message>
        <source>There is no such grid; choose among {grids}.</source>
        <translation>Ein solches Gitter gibt es nicht. Möglich sind: {grids}.</translation>
    </message>
    <message>
        <source>There is not enough memory. Close other programs, or choose less.</source>
        <translation>Der Speicher reicht nicht. Andere Programme schließen oder weniger wählen.</translation>
    </message>
    <message>
        <source>These rows {what}, such as {first}. If a fold separates them, a model is tested on training data and its score is too high. Leave the copies out or keep them in one group.</source>
        <translation>Diese Zeilen {what}, etwa {first}. Trennt ein Fold sie, wird ein Modell auf Trainingsdaten getestet und sein Wert ist zu hoch. Die Kopien weglassen oder in einer Gruppe halten.</translation>
    </message>
    <message>
        <source>Third estimator</source>
        <translation>Dritter Schätzer</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
    <message>
        <source>This estimator has no ONNX form, so it cannot be saved: {reason}</source>
        <translation>Dieser Schätzer hat keine ONNX-Form und lässt sich daher nicht speichern: {reason}</translation>
    </message>
    <message>
        <source>This estimator has no parameters to set: it puts others together.</source>
        <translation>Dieser Schätzer hat keine Parameter zum Einstellen: Er kombiniert andere.</translation>
    </message>
    <message>
        <source>This file is on another computer: it can be analysed but not opened here.</source>
        <translation>Diese Datei liegt auf einem anderen Computer: Sie kann analysiert, aber hier nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>This is Groovescope from its source code. The packages of its environment carry their licences in folders of their own there; a program that is built from it lists them all here.</source>
        <translation>Groovescope läuft hier aus dem Quellcode. Die Pakete der Umgebung bringen ihre Lizenzen dort in eigenen Ordnern mit; ein daraus gebautes Programm führt sie hier alle auf.</translation>
    </message>
    <message>
        <source>This is the &amp;one</source>
        <translation>Das ist die &amp;Eins</translation>
    </message>
    <message>
        <source>This is the model file itself; choose another place for the copy.</source>
        <translation>Das ist die Modelldatei selbst; für die Kopie einen anderen Ort wählen.</translation>
    </message>
    <message>
        <source>This is the newest version, {version}.</source>
        <translation>Dies ist die neueste Version, {version}.</translation>
    </message>
    <message>
        <source>This is the one</source>
        <translation>Das ist die Eins</translation>
    </message>
    <message>
        <source>This needs the data of the run, which are not open. Open them in Data.</source>
        <translation>Dafür werden die Daten des Laufs gebraucht, die nicht geöffnet sind. Unter „Daten“ öffnen.</translation>
    </message>
    <message>
        <source>This search was made on other data than are open now: search again.</source>
        <translation>Diese Suche lief mit anderen Daten als den jetzt geöffneten: erneut suchen.</translation>
    </message>
    <message>
        <source>This takes about {time} with {processes} processes, and {gigabytes:.1f} GB of memory in each. Without {names} it takes about {without}.</source>
        <translation>Das dauert etwa {time} mit {processes} Prozessen und braucht je {gigabytes:.1f} GB Speicher. Ohne {names} dauert es etwa {without}.</translation>
    </message>
    <message>
        <source>This takes about {time} with {processes} processes, and {gigabytes:.1f} GB of memory in each; fewer rows or columns take less.</source>
        <translation>Das dauert etwa {time} mit {processes} Prozessen und braucht je {gigabytes:.1f} GB Speicher; weniger Zeilen oder Spalten brauchen weniger.</translation>
    </message>
    <message>
        <source>This version does not know format {format} of edited beats. Update the program.</source>
        <translation>Diese Version kennt Format {format} bearbeiteter Schläge nicht. Das Programm aktualisieren.</translation>
    </message>
    <message>
        <source>This version does not know the edit “{kind}”. Update the program.</source>
        <translation>Diese Version kennt die Bearbeitung „{kind}“ nicht. Das Programm aktualisieren.</translation>
    </message>
    <message>
        <source>This version has no grid “{name}”.</source>
        <translation>Diese Version hat kein Gitter „{name}“.</translation>
    </message>
    <message>
        <source>Timbre (middle MFCCs)</source>
        <translation>Klangfarbe (mittlere MFCCs)</translation>
    </message>
    <message>
        <source>Timbre, broad (first MFCCs)</source>
        <translation>Klangfarbe, grob (erste MFCCs)</translation>
    </message>
    <message>
        <source>Timbre, fine (high MFCCs)</source>
        <translation>Klangfarbe, fein (hohe MFCCs)</translation>
    </message>
    <message>
        <source>Time
Bar</source>
        <translation>Zeit
Takt</translation>
    </message>
    <message>
        <source>Time limit per file</source>
        <translation>Zeitgrenze je Datei</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Title, from the file&apos;s tags or edited</source>
        <translation>Titel, aus den Tags der Datei oder bearbeitet</translation>
    </message>
    <message>
        <source>To find columns that reveal the source, each is tried alone. Of so many, only those are tried that say most about the class at a first look, and those whose name describes the file.</source>
        <translation>Um Spalten zu finden, die die Quelle verraten, wird jede allein geprüft. Bei so vielen werden nur jene geprüft, die auf den ersten Blick am meisten über die Klasse aussagen, und jene, deren Name die Datei beschreibt.</translation>
    </message>
    <message>
        <source>Tolerance</source>
        <translation>Toleranz</translation>
    </message>
    <message>
        <source>Tonality</source>
        <translation>Tonalität</translation>
    </message>
    <message>
        <source>Too many combinations: {n_combinations:,}. At most {most_combinations:,} can be searched.</source>
        <translation>Zu viele Kombinationen: {n_combinations:,}. Höchstens {most_combinations:,} können durchsucht werden.</translation>
    </message>
    <message>
        <source>Tools for beats</source>
        <translation>Werkzeuge für Schläge</translation>
    </message>
    <message>
        <source>Track</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Tracks</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Tracks appear here as they finish.</source>
        <translation>Titel erscheinen hier, sobald sie fertig sind.</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Trainieren</translation>
    </message>
    <message>
        <source>Train 1 estimator</source>
        <translation>1 Schätzer trainieren</translation>
    </message>
    <message>
        <source>Train a decision tree, a forest or gradient boosting first.</source>
        <translation>Zuerst einen Entscheidungsbaum, einen Random Forest oder Gradient Boosting trainieren.</translation>
    </message>
    <message>
        <source>Train baselines first; their predictions on held-out rows are shown here.</source>
        <translation>Zuerst Baselines trainieren; ihre Vorhersagen auf zurückgehaltenen Zeilen erscheinen hier.</translation>
    </message>
    <message>
        <source>Train {count} estimators</source>
        <translation>{count} Schätzer trainieren</translation>
    </message>
    <message>
        <source>Trainin&amp;g</source>
        <translation>Trainin&amp;g</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Training data</source>
        <translation>Trainingsdaten</translation>
    </message>
    <message>
        <source>Training settings</source>
        <translation>Trainingseinstellungen</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>Baum</translation>
    </message>
    <message>
        <source>Tree number</source>
        <translation>Nummer des Baums</translation>
    </message>
    <message>
        <source>Tree {value} of {which}</source>
        <translation>Baum {value} von {which}</translation>
    </message>
    <message>
        <source>True class</source>
        <translation>Wahre Klasse</translation>
    </message>
    <message>
        <source>True peak</source>
        <translation>True Peak</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Try all again</source>
        <translation>Alle erneut versuchen</translation>
    </message>
    <message>
        <source>Try {example}: {meaning}</source>
        <translation>{example} ausprobieren: {meaning}</translation>
    </message>
    <message>
        <source>Two columns</source>
        <translation>Zwei Spalten</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Type &amp;BPM</source>
        <translation>&amp;BPM eingeben</translation>
    </message>
    <message>
        <source>Type a tempo, then Return (P)</source>
        <translation>Tempo eingeben, dann Eingabe (P)</translation>
    </message>
    <message>
        <source>Un&amp;lock selection</source>
        <translation>Aus&amp;wahl entsperren</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Undo this change</source>
        <translation>Änderung rückgängig machen</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Unlike all the music that the model learned from.
Nearest: {value}</source>
        <translation>Anders als alle Musik, aus der das Modell gelernt hat.
Am nächsten: {value}</translation>
    </message>
    <message>
        <source>Unlike all the music that the model learned from. Nearest: {named}</source>
        <translation>Anders als alle Musik, aus der das Modell gelernt hat. Am nächsten: {named}</translation>
    </message>
    <message>
        <source>Unlike the training music: {outside} of {features} features lie outside its range. Results are less reliable.</source>
        <translation>Anders als die Trainingsmusik: {outside} von {features} Merkmalen liegen außerhalb ihres Bereichs. Die Ergebnisse sind weniger zuverlässig.</translation>
    </message>
    <message>
        <source>Unlock beats from {start} to {end}</source>
        <translation>Schläge von {start} bis {end} entsperren</translation>
    </message>
    <message>
        <source>Upper quartile</source>
        <translation>Oberes Quartil</translation>
    </message>
    <message>
        <source>Upwards</source>
        <translation>Senkrecht</translation>
    </message>
    <message>
        <source>Use library labels</source>
        <translation>Bibliothekslabels nutzen</translation>
    </message>
    <message>
        <source>Use {least} folds, leave them out, or add to them.</source>
        <translation>{least} Folds verwenden, diese Klassen weglassen oder ergänzen.</translation>
    </message>
    <message>
        <source>Use {n_folds} folds</source>
        <translation>{n_folds} Folds verwenden</translation>
    </message>
    <message>
        <source>Use {name}</source>
        <translation>{name} verwenden</translation>
    </message>
    <message>
        <source>Use {name} from the same folder</source>
        <translation>{name} aus demselben Ordner verwenden</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Vector graphic (SVG)…</source>
        <translation>Vektorgrafik (SVG)…</translation>
    </message>
    <message>
        <source>Version of {name}</source>
        <translation>Version von {name}</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>Views of the data</source>
        <translation>Ansichten der Daten</translation>
    </message>
    <message>
        <source>Violins</source>
        <translation>Violinen</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Lautstärke</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Watch folder</source>
        <translation>Ordner überwachen</translation>
    </message>
    <message>
        <source>Watch folder…</source>
        <translation>Ordner überwachen…</translation>
    </message>
    <message>
        <source>Watched folders</source>
        <translation>Überwachte Ordner</translation>
    </message>
    <message>
        <source>Waveform</source>
        <translation>Wellenform</translation>
    </message>
    <message>
        <source>Waveform, mel spectrogram, chroma and genre along the piece. Left and right move the view, plus and minus zoom, Home and End go to its ends.</source>
        <translation>Wellenform, Mel-Spektrogramm, Chroma und Genre im Verlauf des Stücks. Links und Rechts verschieben die Ansicht, Plus und Minus zoomen, Pos1 und Ende springen an Anfang und Ende.</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>What each column says of the class by itself. Mutual information finds dependence of any shape; F (analysis of variance) compares means. Columns that say little alone may say much together.</source>
        <translation>Was jede Spalte für sich über die Klasse aussagt. Transinformation findet Abhängigkeit jeder Form; F (Varianzanalyse) vergleicht Mittelwerte. Spalten, die allein wenig aussagen, können zusammen viel aussagen.</translation>
    </message>
    <message>
        <source>What speaks for the first genres and against them, and what sounds alike</source>
        <translation>Was für und gegen die ersten Genres spricht und was ähnlich klingt</translation>
    </message>
    <message>
        <source>What the beat tracker found in {content_id} is damaged; analyse the track again.</source>
        <translation>Die in {content_id} gefundenen Schläge sind beschädigt; den Titel erneut analysieren.</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Bisherige Schritte</translation>
    </message>
    <message>
        <source>What was written cannot be kept for undoing it: {reason}. Nothing was written.</source>
        <translation>Das Geschriebene lässt sich nicht zum Rückgängigmachen aufbewahren: {reason}. Nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Where the data of “{name}” lie is not known: open them first.</source>
        <translation>Wo die Daten von „{name}“ liegen, ist nicht bekannt: zuerst öffnen.</translation>
    </message>
    <message>
        <source>Whole piece</source>
        <translation>Ganzes Stück</translation>
    </message>
    <message>
        <source>Whole piece; the frame marks the visible part. Left and Right move it, + and - resize it.</source>
        <translation>Ganzes Stück; der Rahmen markiert den sichtbaren Teil. Links und Rechts verschieben ihn, + und - ändern seine Größe.</translation>
    </message>
    <message>
        <source>Whose word the key is: measured, file (its tags) or user</source>
        <translation>Woher die Tonart stammt: measured (gemessen), file (Tags der Datei) oder user (Benutzer)</translation>
    </message>
    <message>
        <source>Why this genre</source>
        <translation>Warum dieses Genre</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Warum?</translation>
    </message>
    <message>
        <source>Window around the playhead</source>
        <translation>Fenster um die Abspielposition</translation>
    </message>
    <message>
        <source>With these groups a fold would have no “{label}” to train on; use fewer folds or leave the class out.</source>
        <translation>Mit diesen Gruppen hätte ein Fold kein „{label}“ zum Trainieren. Weniger Folds verwenden oder die Klasse weglassen.</translation>
    </message>
    <message>
        <source>Without groups (artist, album, folder) only random folds are possible. With rows of one group on both sides, a score measures whether the group is recognised and is too high for new groups. Choose a column of groups or a table that has one.</source>
        <translation>Ohne Gruppen (Interpret, Album, Ordner) sind nur zufällige Folds möglich. Liegen Zeilen einer Gruppe auf beiden Seiten, misst der Wert, ob die Gruppe wiedererkannt wird, und ist für neue Gruppen zu hoch. Eine Spalte mit Gruppen wählen oder eine Tabelle, die eine hat.</translation>
    </message>
    <message>
        <source>Without this row’s group a class would have no rows; choose another row.</source>
        <translation>Ohne die Gruppe dieser Zeile hätte eine Klasse keine Zeilen; eine andere Zeile wählen.</translation>
    </message>
    <message>
        <source>Work on a cluster needs Dask, which this program is installed without; the guide says how to add it (pip install &apos;groovescope[cluster]&apos;).</source>
        <translation>Die Arbeit auf einem Cluster braucht Dask, das hier nicht installiert ist; das Handbuch beschreibt, wie es hinzukommt (pip install &apos;groovescope[cluster]&apos;).</translation>
    </message>
    <message>
        <source>Workers at {address} do not answer: {reason}.</source>
        <translation>Die Worker unter {address} antworten nicht: {reason}.</translation>
    </message>
    <message>
        <source>Write tags</source>
        <translation>Tags schreiben</translation>
    </message>
    <message>
        <source>Write the new values into the files</source>
        <translation>Die neuen Werte in die Dateien schreiben</translation>
    </message>
    <message>
        <source>Write {files}</source>
        <translation>{files} schreiben</translation>
    </message>
    <message>
        <source>Writing and checking the model</source>
        <translation>Modell wird geschrieben und geprüft</translation>
    </message>
    <message>
        <source>Writing annotations</source>
        <translation>Annotationen werden geschrieben</translation>
    </message>
    <message>
        <source>Writing beats</source>
        <translation>Schläge werden geschrieben</translation>
    </message>
    <message>
        <source>Writing tables</source>
        <translation>Tabellen werden geschrieben</translation>
    </message>
    <message>
        <source>Writing tags</source>
        <translation>Tags werden geschrieben</translation>
    </message>
    <message>
        <source>Writing tags of</source>
        <translation>Tags schreiben:</translation>
    </message>
    <message>
        <source>Writing the song sheet</source>
        <translation>Songblatt wird geschrieben</translation>
    </message>
    <message>
        <source>Writing track {number:,} of {n_tracks:,}</source>
        <translation>Titel {number:,} von {n_tracks:,} wird geschrieben</translation>
    </message>
    <message>
        <source>Writing {name}</source>
        <translation>{name} wird geschrieben</translation>
    </message>
    <message>
        <source>Wrote {n_written:,} tracks</source>
        <translation>{n_written:,} Titel geschrieben</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>&amp;Vergrößern</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>Zoom in to move single beats.</source>
        <translation>Zum Verschieben einzelner Schläge hineinzoomen.</translation>
    </message>
    <message>
        <source>Zoom to &amp;selection</source>
        <translation>Auf &amp;Auswahl zoomen</translation>
    </message>
    <message>
        <source>a normal distribution for each column and class</source>
        <translation>eine Normalverteilung für jede Spalte und Klasse</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>a number or a word, not true or false</source>
        <translation>eine Zahl oder ein Wort, nicht true oder false</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>a whole number from {least}</source>
        <translation>eine ganze Zahl ab {least}</translation>
    </message>
    <message>
        <source>above the usual of</source>
        <translation>über dem Üblichen für</translation>
    </message>
    <message>
        <source>above {low:g}</source>
        <translation>über {low:g}</translation>
    </message>
    <message>
        <source>accuracy lost</source>
        <translation>Genauigkeitsverlust</translation>
    </message>
    <message>
        <source>add label “{name}”</source>
        <translation>Label „{name}“ hinzufügen</translation>
    </message>
    <message>
        <source>against the piece, LU</source>
        <translation>gegenüber Stück, LU</translation>
    </message>
    <message>
        <source>agrees</source>
        <translation>stimmt überein</translation>
    </message>
    <message>
        <source>all but the first of each ({what})</source>
        <translation>Alle außer der jeweils ersten ({what})</translation>
    </message>
    <message>
        <source>all rows with contradicting labels</source>
        <translation>Alle Zeilen mit widersprüchlichen Labels</translation>
    </message>
    <message>
        <source>also: waiting, missing, outdated, analysed, labelled, unlabelled</source>
        <translation>auch: waiting, missing, outdated, analysed, labelled, unlabelled</translation>
    </message>
    <message>
        <source>analysed, failed, missing (the file is gone) or outdated (an older recipe)</source>
        <translation>analysiert, fehlgeschlagen, fehlend (Datei ist weg) oder veraltet (älteres Messverfahren)</translation>
    </message>
    <message>
        <source>and below</source>
        <translation>und unter</translation>
    </message>
    <message>
        <source>and {n:,} more</source>
        <translation>und {n:,} weitere</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>und {n} weitere</translation>
    </message>
    <message>
        <source>and {rest:,} more bars</source>
        <translation>und {rest:,} weitere Takte</translation>
    </message>
    <message>
        <source>another number</source>
        <translation>eine andere Zahl</translation>
    </message>
    <message>
        <source>any column by name, shown or hidden</source>
        <translation>jede Spalte mit ihrem Namen, sichtbar oder nicht</translation>
    </message>
    <message>
        <source>are almost the same, so they are probably one recording</source>
        <translation>sind fast gleich, also wahrscheinlich eine Aufnahme</translation>
    </message>
    <message>
        <source>as</source>
        <translation>als</translation>
    </message>
    <message>
        <source>as in the shipped model: eleven classifiers have the same vote, so that none has to be chosen</source>
        <translation>wie im mitgelieferten Modell: Elf Klassifikatoren stimmen gleichberechtigt ab, sodass keiner gewählt werden muss</translation>
    </message>
    <message>
        <source>as it comes</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>balanced sample of the grid</source>
        <translation>ausgewogene Stichprobe des Gitters</translation>
    </message>
    <message>
        <source>bandwidth</source>
        <translation>Bandbreite</translation>
    </message>
    <message>
        <source>bar</source>
        <translation>Takt</translation>
    </message>
    <message>
        <source>bars</source>
        <translation>Takte</translation>
    </message>
    <message>
        <source>bass and treble starting together</source>
        <translation>Bass und Höhen setzen gemeinsam ein</translation>
    </message>
    <message>
        <source>beat</source>
        <translation>Schlag</translation>
    </message>
    <message>
        <source>beats</source>
        <translation>Schläge</translation>
    </message>
    <message>
        <source>beats corrected by hand</source>
        <translation>Schläge von Hand korrigiert</translation>
    </message>
    <message>
        <source>beats edited</source>
        <translation>Schläge bearbeitet</translation>
    </message>
    <message>
        <source>beats edited in the clip tab</source>
        <translation>Schläge im Clip-Tab bearbeitet</translation>
    </message>
    <message>
        <source>beats {confidence:.0f} % certain</source>
        <translation>Schläge zu {confidence:.0f} % sicher</translation>
    </message>
    <message>
        <source>beats {share} certain</source>
        <translation>Schläge zu {share} sicher</translation>
    </message>
    <message>
        <source>below</source>
        <translation>unter</translation>
    </message>
    <message>
        <source>below the usual of</source>
        <translation>unter dem Üblichen für</translation>
    </message>
    <message>
        <source>best so far on a second fold</source>
        <translation>bisher beste auf einem zweiten Fold</translation>
    </message>
    <message>
        <source>best {mean:.2f} {protocol}</source>
        <translation>Bestwert {mean:.2f} {protocol}</translation>
    </message>
    <message>
        <source>best {mean:.3f}</source>
        <translation>Bestwert {mean:.3f}</translation>
    </message>
    <message>
        <source>beyond</source>
        <translation>außerhalb</translation>
    </message>
    <message>
        <source>both words in name, title, artist, album, label or folder</source>
        <translation>beide Wörter in Name, Titel, Interpret, Album, Label oder Ordner</translation>
    </message>
    <message>
        <source>brightness</source>
        <translation>Helligkeit</translation>
    </message>
    <message>
        <source>by a remedy</source>
        <translation>durch eine Abhilfe</translation>
    </message>
    <message>
        <source>certainty {sure:.0f} %</source>
        <translation>Sicherheit {sure:.0f} %</translation>
    </message>
    <message>
        <source>change of notes</source>
        <translation>Wechsel der Töne</translation>
    </message>
    <message>
        <source>change of {words}</source>
        <translation>Änderung: {words}</translation>
    </message>
    <message>
        <source>changes {slow} to {fast} times a second at {low} to {high} Hz</source>
        <translation>Änderungen {slow}- bis {fast}-mal je Sekunde bei {low} bis {high} Hz</translation>
    </message>
    <message>
        <source>choose one</source>
        <translation>bitte wählen</translation>
    </message>
    <message>
        <source>chord</source>
        <translation>Akkord</translation>
    </message>
    <message>
        <source>chord strength</source>
        <translation>Akkordstärke</translation>
    </message>
    <message>
        <source>chroma_cens_mean</source>
        <translation>chroma_cens_mean</translation>
    </message>
    <message>
        <source>chroma_cens_std</source>
        <translation>chroma_cens_std</translation>
    </message>
    <message>
        <source>chroma_stft_mean</source>
        <translation>chroma_stft_mean</translation>
    </message>
    <message>
        <source>chroma_stft_std</source>
        <translation>chroma_stft_std</translation>
    </message>
    <message>
        <source>clarity of the key</source>
        <translation>Deutlichkeit der Tonart</translation>
    </message>
    <message>
        <source>clarity of the pulse</source>
        <translation>Deutlichkeit des Pulses</translation>
    </message>
    <message>
        <source>clarity of the pulse in the bass</source>
        <translation>Deutlichkeit des Pulses im Bass</translation>
    </message>
    <message>
        <source>clarity of the pulse in the middle</source>
        <translation>Deutlichkeit des Pulses in den Mitten</translation>
    </message>
    <message>
        <source>clarity of the pulse in the treble</source>
        <translation>Deutlichkeit des Pulses in den Höhen</translation>
    </message>
    <message>
        <source>class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>classes weighted alike</source>
        <translation>Klassen gleich gewichtet</translation>
    </message>
    <message>
        <source>column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>columns squeezed to 0 to 1; a perceptron</source>
        <translation>Spalten auf 0 bis 1 skaliert; ein Perzeptron</translation>
    </message>
    <message>
        <source>columns squeezed to 0 to 1; a random forest</source>
        <translation>Spalten auf 0 bis 1 skaliert; ein Random Forest</translation>
    </message>
    <message>
        <source>columns squeezed to 0 to 1; gradient boosting</source>
        <translation>Spalten auf 0 bis 1 skaliert; Gradient Boosting</translation>
    </message>
    <message>
        <source>comparing all rows</source>
        <translation>alle Zeilen werden verglichen</translation>
    </message>
    <message>
        <source>constant column</source>
        <translation>konstante Spalte</translation>
    </message>
    <message>
        <source>constant columns</source>
        <translation>konstante Spalten</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>beschädigt</translation>
    </message>
    <message>
        <source>default</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>demo songs</source>
        <translation>Demostücke</translation>
    </message>
    <message>
        <source>density of notes</source>
        <translation>Tondichte</translation>
    </message>
    <message>
        <source>density of notes, smoothed</source>
        <translation>Tondichte, geglättet</translation>
    </message>
    <message>
        <source>depth of changes at {low} to {high} Hz</source>
        <translation>Tiefe der Änderungen bei {low} bis {high} Hz</translation>
    </message>
    <message>
        <source>double</source>
        <translation>doppelt</translation>
    </message>
    <message>
        <source>doubtful label</source>
        <translation>zweifelhaftes Label</translation>
    </message>
    <message>
        <source>doubtful labels</source>
        <translation>zweifelhafte Labels</translation>
    </message>
    <message>
        <source>dynamic_range</source>
        <translation>dynamic_range</translation>
    </message>
    <message>
        <source>edit BPM</source>
        <translation>BPM ändern</translation>
    </message>
    <message>
        <source>edit album</source>
        <translation>Album ändern</translation>
    </message>
    <message>
        <source>edit artist</source>
        <translation>Interpret ändern</translation>
    </message>
    <message>
        <source>edit key</source>
        <translation>Tonart ändern</translation>
    </message>
    <message>
        <source>edit title</source>
        <translation>Titel ändern</translation>
    </message>
    <message>
        <source>edit {name}</source>
        <translation>{name} ändern</translation>
    </message>
    <message>
        <source>else {key}, {second_strength:.2f}</source>
        <translation>sonst {key}, {second_strength:.2f}</translation>
    </message>
    <message>
        <source>else {which}, {share}</source>
        <translation>sonst {which}, {share}</translation>
    </message>
    <message>
        <source>error {error:.3f} on average; log loss {log_loss:.2f} nats</source>
        <translation>Fehler im Mittel {error:.3f}; Log-Loss {log_loss:.2f} Nat</translation>
    </message>
    <message>
        <source>every column normally distributed by its ranks; support vectors, Gaussian kernel, gamma 0.01, C 10</source>
        <translation>jede Spalte anhand ihrer Ränge normalverteilt; Stützvektoren, Gauß-Kernel, gamma 0,01, C 10</translation>
    </message>
    <message>
        <source>every combination</source>
        <translation>jede Kombination</translation>
    </message>
    <message>
        <source>exhaustive</source>
        <translation>vollständig</translation>
    </message>
    <message>
        <source>features</source>
        <translation>Merkmale</translation>
    </message>
    <message>
        <source>file folder</source>
        <translation>Dateiordner</translation>
    </message>
    <message>
        <source>final of {n_finalists}, fold {done} of {n_folds}</source>
        <translation>Finale mit {n_finalists}, Fold {done} von {n_folds}</translation>
    </message>
    <message>
        <source>final: {behind:.3f} behind the leader after {folds}; standard error of the difference {error:.3f}</source>
        <translation>Finale: {behind:.3f} hinter dem Führenden nach {folds}; Standardfehler der Differenz {error:.3f}</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>fitted on {folds}: {predicted:.3f} expected</source>
        <translation>auf {folds} angepasst: {predicted:.3f} erwartet</translation>
    </message>
    <message>
        <source>fixed split</source>
        <translation>feste Aufteilung</translation>
    </message>
    <message>
        <source>fixed split, seed {seed}</source>
        <translation>feste Aufteilung, Startwert {seed}</translation>
    </message>
    <message>
        <source>fold {done}</source>
        <translation>Fold {done}</translation>
    </message>
    <message>
        <source>found by its name</source>
        <translation>am Namen erkannt</translation>
    </message>
    <message>
        <source>from</source>
        <translation>ab</translation>
    </message>
    <message>
        <source>from another table…</source>
        <translation>aus anderer Tabelle…</translation>
    </message>
    <message>
        <source>from {low:g}</source>
        <translation>ab {low:g}</translation>
    </message>
    <message>
        <source>from {time}: </source>
        <translation>ab {time}: </translation>
    </message>
    <message>
        <source>group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>grouped</source>
        <translation>gruppiert</translation>
    </message>
    <message>
        <source>grouped by a remedy</source>
        <translation>gruppiert durch eine Abhilfe</translation>
    </message>
    <message>
        <source>grouped by {column}</source>
        <translation>gruppiert nach {column}</translation>
    </message>
    <message>
        <source>grouped folds</source>
        <translation>gruppierte Folds</translation>
    </message>
    <message>
        <source>grouped, strict</source>
        <translation>gruppiert, streng</translation>
    </message>
    <message>
        <source>half</source>
        <translation>halb</translation>
    </message>
    <message>
        <source>harmonic_rms</source>
        <translation>harmonic_rms</translation>
    </message>
    <message>
        <source>harmony on the circle of fifths</source>
        <translation>Harmonie auf dem Quintenzirkel</translation>
    </message>
    <message>
        <source>harmony on the circle of major thirds</source>
        <translation>Harmonie auf dem Zirkel der großen Terzen</translation>
    </message>
    <message>
        <source>harmony on the circle of minor thirds</source>
        <translation>Harmonie auf dem Zirkel der kleinen Terzen</translation>
    </message>
    <message>
        <source>have the same values, so they are one recording</source>
        <translation>haben dieselben Werte, sind also eine Aufnahme</translation>
    </message>
    <message>
        <source>held out, {protocol}</source>
        <translation>zurückgehalten, {protocol}</translation>
    </message>
    <message>
        <source>highest probability</source>
        <translation>höchste Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>highest {words} (10 %)</source>
        <translation>{words}, höchste 10 %</translation>
    </message>
    <message>
        <source>impurity importance</source>
        <translation>Wichtigkeit nach Unreinheit</translation>
    </message>
    <message>
        <source>in each protocol</source>
        <translation>in jedem Protokoll</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>unterbrochen</translation>
    </message>
    <message>
        <source>irregularity of onsets</source>
        <translation>Unregelmäßigkeit der Einsätze</translation>
    </message>
    <message>
        <source>is no higher</source>
        <translation>ist nicht höher</translation>
    </message>
    <message>
        <source>is {optimism:.3f} higher, which is within the standard deviation over the outer folds</source>
        <translation>ist um {optimism:.3f} höher, was innerhalb der Standardabweichung über die äußeren Folds liegt</translation>
    </message>
    <message>
        <source>is {optimism:.3f} higher: it was the best of many on the folds that chose it</source>
        <translation>ist um {optimism:.3f} höher: Er war der beste von vielen auf den Folds, die ihn ausgewählt haben</translation>
    </message>
    <message>
        <source>key edited</source>
        <translation>Tonart bearbeitet</translation>
    </message>
    <message>
        <source>key; also key:8A, its place on the Camelot wheel</source>
        <translation>Tonart; auch key:8A, ihr Platz auf dem Camelot-Rad</translation>
    </message>
    <message>
        <source>label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>larger classes thinned out</source>
        <translation>größere Klassen ausgedünnt</translation>
    </message>
    <message>
        <source>length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>less than 1 percent</source>
        <translation>weniger als 1 Prozent</translation>
    </message>
    <message>
        <source>level</source>
        <translation>Pegel</translation>
    </message>
    <message>
        <source>level of percussion</source>
        <translation>Pegel der Perkussion</translation>
    </message>
    <message>
        <source>level of sustained sound</source>
        <translation>Pegel gehaltener Klänge</translation>
    </message>
    <message>
        <source>library export</source>
        <translation>Bibliotheksexport</translation>
    </message>
    <message>
        <source>librosa compiles at its first calls; the first check may take a minute.</source>
        <translation>librosa kompiliert bei den ersten Aufrufen; der erste Vergleich kann eine Minute dauern.</translation>
    </message>
    <message>
        <source>librosa is not part of the stand-alone program, since it brings a compiler of 180 MB; use the program from its source folder for this (python3 run.py).</source>
        <translation>librosa gehört nicht zum eigenständigen Programm, da es einen Compiler von 180 MB mitbringt; hierfür das Programm aus seinem Quellordner verwenden (python3 run.py).</translation>
    </message>
    <message>
        <source>likeness to noise</source>
        <translation>Rauschähnlichkeit</translation>
    </message>
    <message>
        <source>line {line} has {saw} entries where the first has {expected}; correct that line.</source>
        <translation>Zeile {line} hat {saw} Einträge, die erste dagegen {expected}; diese Zeile korrigieren.</translation>
    </message>
    <message>
        <source>longer than 3 min 30 s</source>
        <translation>länger als 3 min 30 s</translation>
    </message>
    <message>
        <source>louder than the song</source>
        <translation>lauter als das Stück</translation>
    </message>
    <message>
        <source>loudness</source>
        <translation>Lautheit</translation>
    </message>
    <message>
        <source>loudness from −14 to −8 LUFS</source>
        <translation>Lautheit von −14 bis −8 LUFS</translation>
    </message>
    <message>
        <source>lowest {words} (10 %)</source>
        <translation>{words}, niedrigste 10 %</translation>
    </message>
    <message>
        <source>made: {title}</source>
        <translation>erzeugt: {title}</translation>
    </message>
    <message>
        <source>major rather than minor</source>
        <translation>eher Dur als Moll</translation>
    </message>
    <message>
        <source>make 80/10/10, stratified</source>
        <translation>80/10/10 erzeugen, stratifiziert</translation>
    </message>
    <message>
        <source>mfcc_0_mean</source>
        <translation>mfcc_0_mean</translation>
    </message>
    <message>
        <source>mfcc_0_std</source>
        <translation>mfcc_0_std</translation>
    </message>
    <message>
        <source>mfcc_10_mean</source>
        <translation>mfcc_10_mean</translation>
    </message>
    <message>
        <source>mfcc_10_std</source>
        <translation>mfcc_10_std</translation>
    </message>
    <message>
        <source>mfcc_11_mean</source>
        <translation>mfcc_11_mean</translation>
    </message>
    <message>
        <source>mfcc_11_std</source>
        <translation>mfcc_11_std</translation>
    </message>
    <message>
        <source>mfcc_12_mean</source>
        <translation>mfcc_12_mean</translation>
    </message>
    <message>
        <source>mfcc_12_std</source>
        <translation>mfcc_12_std</translation>
    </message>
    <message>
        <source>mfcc_13_mean</source>
        <translation>mfcc_13_mean</translation>
    </message>
    <message>
        <source>mfcc_13_std</source>
        <translation>mfcc_13_std</translation>
    </message>
    <message>
        <source>mfcc_14_mean</source>
        <translation>mfcc_14_mean</translation>
    </message>
    <message>
        <source>mfcc_14_std</source>
        <translation>mfcc_14_std</translation>
    </message>
    <message>
        <source>mfcc_15_mean</source>
        <translation>mfcc_15_mean</translation>
    </message>
    <message>
        <source>mfcc_15_std</source>
        <translation>mfcc_15_std</translation>
    </message>
    <message>
        <source>mfcc_16_mean</source>
        <translation>mfcc_16_mean</translation>
    </message>
    <message>
        <source>mfcc_16_std</source>
        <translation>mfcc_16_std</translation>
    </message>
    <message>
        <source>mfcc_17_mean</source>
        <translation>mfcc_17_mean</translation>
    </message>
    <message>
        <source>mfcc_17_std</source>
        <translation>mfcc_17_std</translation>
    </message>
    <message>
        <source>mfcc_18_mean</source>
        <translation>mfcc_18_mean</translation>
    </message>
    <message>
        <source>mfcc_18_std</source>
        <translation>mfcc_18_std</translation>
    </message>
    <message>
        <source>mfcc_19_mean</source>
        <translation>mfcc_19_mean</translation>
    </message>
    <message>
        <source>mfcc_19_std</source>
        <translation>mfcc_19_std</translation>
    </message>
    <message>
        <source>mfcc_1_mean</source>
        <translation>mfcc_1_mean</translation>
    </message>
    <message>
        <source>mfcc_1_std</source>
        <translation>mfcc_1_std</translation>
    </message>
    <message>
        <source>mfcc_2_mean</source>
        <translation>mfcc_2_mean</translation>
    </message>
    <message>
        <source>mfcc_2_std</source>
        <translation>mfcc_2_std</translation>
    </message>
    <message>
        <source>mfcc_3_mean</source>
        <translation>mfcc_3_mean</translation>
    </message>
    <message>
        <source>mfcc_3_std</source>
        <translation>mfcc_3_std</translation>
    </message>
    <message>
        <source>mfcc_4_mean</source>
        <translation>mfcc_4_mean</translation>
    </message>
    <message>
        <source>mfcc_4_std</source>
        <translation>mfcc_4_std</translation>
    </message>
    <message>
        <source>mfcc_5_mean</source>
        <translation>mfcc_5_mean</translation>
    </message>
    <message>
        <source>mfcc_5_std</source>
        <translation>mfcc_5_std</translation>
    </message>
    <message>
        <source>mfcc_6_mean</source>
        <translation>mfcc_6_mean</translation>
    </message>
    <message>
        <source>mfcc_6_std</source>
        <translation>mfcc_6_std</translation>
    </message>
    <message>
        <source>mfcc_7_mean</source>
        <translation>mfcc_7_mean</translation>
    </message>
    <message>
        <source>mfcc_7_std</source>
        <translation>mfcc_7_std</translation>
    </message>
    <message>
        <source>mfcc_8_mean</source>
        <translation>mfcc_8_mean</translation>
    </message>
    <message>
        <source>mfcc_8_std</source>
        <translation>mfcc_8_std</translation>
    </message>
    <message>
        <source>mfcc_9_mean</source>
        <translation>mfcc_9_mean</translation>
    </message>
    <message>
        <source>mfcc_9_std</source>
        <translation>mfcc_9_std</translation>
    </message>
    <message>
        <source>min–max</source>
        <translation>Min–Max</translation>
    </message>
    <message>
        <source>mir_eval is not installed; it comes with the tools of development (python3 run.py test sets them up).</source>
        <translation>mir_eval ist nicht installiert; es kommt mit den Entwicklungswerkzeugen (python3 run.py test richtet sie ein).</translation>
    </message>
    <message>
        <source>missing value</source>
        <translation>fehlender Wert</translation>
    </message>
    <message>
        <source>missing values</source>
        <translation>fehlende Werte</translation>
    </message>
    <message>
        <source>mono</source>
        <translation>Mono</translation>
    </message>
    <message>
        <source>most in {section}, {share}</source>
        <translation>am meisten in {section}, {share}</translation>
    </message>
    <message>
        <source>most probable genre</source>
        <translation>wahrscheinlichstes Genre</translation>
    </message>
    <message>
        <source>movement of the harmony</source>
        <translation>Bewegung der Harmonie</translation>
    </message>
    <message>
        <source>multinomial, C 0.1</source>
        <translation>multinomial, C 0,1</translation>
    </message>
    <message>
        <source>musical scales, shrunken covariance</source>
        <translation>musikalische Skalierung, Kovarianz mit Shrinkage</translation>
    </message>
    <message>
        <source>musical scales, whitened within artists, logistic regression on a Gaussian kernel</source>
        <translation>musikalische Skalierung, je Interpret dekorreliert (Whitening), logistische Regression mit Gauß-Kernel</translation>
    </message>
    <message>
        <source>near copies</source>
        <translation>Beinahe-Kopien</translation>
    </message>
    <message>
        <source>nested, {n_folds} {protocol} outer folds, ± standard deviation over them</source>
        <translation>verschachtelt, {n_folds} äußere Folds ({protocol}), ± Standardabweichung darüber</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>no clear key</source>
        <translation>keine klare Tonart</translation>
    </message>
    <message>
        <source>no fit was finished</source>
        <translation>keine Anpassung wurde fertig</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>keine Grenze</translation>
    </message>
    <message>
        <source>no preparation</source>
        <translation>keine Vorbereitung</translation>
    </message>
    <message>
        <source>no trial</source>
        <translation>kein Versuch</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>kein Wert</translation>
    </message>
    <message>
        <source>noisiness</source>
        <translation>Rauschanteil</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>none of the genres that the model knows</source>
        <translation>keines der Genres, die das Modell kennt</translation>
    </message>
    <message>
        <source>none of these</source>
        <translation>keines davon</translation>
    </message>
    <message>
        <source>none: this computer</source>
        <translation>keiner: dieser Computer</translation>
    </message>
    <message>
        <source>not analysed</source>
        <translation>nicht analysiert</translation>
    </message>
    <message>
        <source>not analysed yet</source>
        <translation>noch nicht analysiert</translation>
    </message>
    <message>
        <source>not compared</source>
        <translation>nicht verglichen</translation>
    </message>
    <message>
        <source>not fitted: {predicted:.3f} expected from parameter effects</source>
        <translation>nicht angepasst: {predicted:.3f} nach Parametereffekten erwartet</translation>
    </message>
    <message>
        <source>not for clips</source>
        <translation>nicht für Clips</translation>
    </message>
    <message>
        <source>note {semitones} semitones above the strongest</source>
        <translation>Ton {semitones} Halbtöne über dem stärksten</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>numbers in brackets</source>
        <translation>Zahlen in Klammern</translation>
    </message>
    <message>
        <source>on these rows</source>
        <translation>auf diesen Zeilen</translation>
    </message>
    <message>
        <source>on {n_rows:,} rows that the search had not seen</source>
        <translation>auf {n_rows:,} Zeilen, die die Suche nicht gesehen hatte</translation>
    </message>
    <message>
        <source>on {n_rows:,} test rows that no search has seen</source>
        <translation>auf {n_rows:,} Testzeilen, die keine Suche gesehen hat</translation>
    </message>
    <message>
        <source>on {protocol} folds</source>
        <translation>auf {protocol}en Folds</translation>
    </message>
    <message>
        <source>one recording in different files; is:duplicate: the same audio</source>
        <translation>eine Aufnahme in verschiedenen Dateien; is:duplicate: dasselbe Audio</translation>
    </message>
    <message>
        <source>one tree of depth 5</source>
        <translation>ein Baum der Tiefe 5</translation>
    </message>
    <message>
        <source>onset tempo</source>
        <translation>Einsatztempo</translation>
    </message>
    <message>
        <source>onsets a second</source>
        <translation>Einsätze je Sekunde</translation>
    </message>
    <message>
        <source>onsets a second in the bass</source>
        <translation>Einsätze je Sekunde im Bass</translation>
    </message>
    <message>
        <source>onsets a second in the middle</source>
        <translation>Einsätze je Sekunde in den Mitten</translation>
    </message>
    <message>
        <source>onsets a second in the treble</source>
        <translation>Einsätze je Sekunde in den Höhen</translation>
    </message>
    <message>
        <source>optimistic: the best of many, on the very folds that chose it</source>
        <translation>optimistisch: der beste von vielen, auf eben den Folds, die ihn ausgewählt haben</translation>
    </message>
    <message>
        <source>or</source>
        <translation>oder</translation>
    </message>
    <message>
        <source>outlier</source>
        <translation>Ausreißer</translation>
    </message>
    <message>
        <source>outliers</source>
        <translation>Ausreißer</translation>
    </message>
    <message>
        <source>outputs agree within {agreement:g}</source>
        <translation>Ausgaben stimmen bis auf {agreement:g} überein</translation>
    </message>
    <message>
        <source>pair</source>
        <translation>Paar</translation>
    </message>
    <message>
        <source>pairs</source>
        <translation>Paare</translation>
    </message>
    <message>
        <source>parameters of {n} more</source>
        <translation>Parameter von {n} weiteren</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>paused; {what}</source>
        <translation>pausiert; {what}</translation>
    </message>
    <message>
        <source>peaks above valleys</source>
        <translation>Spitzen über Tälern</translation>
    </message>
    <message>
        <source>peaks above valleys at {low} to {high} Hz</source>
        <translation>Spitzen über Tälern bei {low} bis {high} Hz</translation>
    </message>
    <message>
        <source>peaks of percussion</source>
        <translation>Spitzen des Schlagwerks</translation>
    </message>
    <message>
        <source>peaks of sustained sound</source>
        <translation>Spitzen der gehaltenen Klänge</translation>
    </message>
    <message>
        <source>percussion</source>
        <translation>Perkussion</translation>
    </message>
    <message>
        <source>percussive_rms</source>
        <translation>percussive_rms</translation>
    </message>
    <message>
        <source>pieces of {window:g} s</source>
        <translation>Ausschnitte von {window:g} s</translation>
    </message>
    <message>
        <source>playlist.{suffix}</source>
        <translation>playlist.{suffix}</translation>
    </message>
    <message>
        <source>points of probability</source>
        <translation>Prozentpunkte Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>precision</source>
        <translation>Präzision</translation>
    </message>
    <message>
        <source>preparation: {settings}</source>
        <translation>Vorbereitung: {settings}</translation>
    </message>
    <message>
        <source>pulse at {low} to {high} BPM</source>
        <translation>Puls bei {low} bis {high} BPM</translation>
    </message>
    <message>
        <source>pulse at {ratio} of the strongest period</source>
        <translation>Puls beim {ratio}-Fachen der stärksten Periode</translation>
    </message>
    <message>
        <source>quantile</source>
        <translation>Quantil</translation>
    </message>
    <message>
        <source>racing</source>
        <translation>Rennen</translation>
    </message>
    <message>
        <source>random</source>
        <translation>zufällig</translation>
    </message>
    <message>
        <source>random folds</source>
        <translation>zufällige Folds</translation>
    </message>
    <message>
        <source>range of level</source>
        <translation>Pegelumfang</translation>
    </message>
    <message>
        <source>range {level} LU</source>
        <translation>Umfang {level} LU</translation>
    </message>
    <message>
        <source>recall</source>
        <translation>Trefferquote</translation>
    </message>
    <message>
        <source>recording</source>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <source>recordings</source>
        <translation>Aufnahmen</translation>
    </message>
    <message>
        <source>remove 1 track</source>
        <translation>1 Titel entfernen</translation>
    </message>
    <message>
        <source>remove label “{name}”</source>
        <translation>Label „{name}“ entfernen</translation>
    </message>
    <message>
        <source>remove {n_tracks:,} tracks</source>
        <translation>{n_tracks:,} Titel entfernen</translation>
    </message>
    <message>
        <source>rms_mean</source>
        <translation>rms_mean</translation>
    </message>
    <message>
        <source>rms_std</source>
        <translation>rms_std</translation>
    </message>
    <message>
        <source>robust</source>
        <translation>robust</translation>
    </message>
    <message>
        <source>row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>scaler {scaler}</source>
        <translation>Skalierung {scaler}</translation>
    </message>
    <message>
        <source>scikit-learn’s default</source>
        <translation>Standard von scikit-learn</translation>
    </message>
    <message>
        <source>search: {family}, {strategy}</source>
        <translation>Suche: {family}, {strategy}</translation>
    </message>
    <message>
        <source>searching</source>
        <translation>sucht</translation>
    </message>
    <message>
        <source>section</source>
        <translation>Abschnitt</translation>
    </message>
    <message>
        <source>sections</source>
        <translation>Abschnitte</translation>
    </message>
    <message>
        <source>set by hand</source>
        <translation>von Hand gesetzt</translation>
    </message>
    <message>
        <source>several</source>
        <translation>mehrere</translation>
    </message>
    <message>
        <source>several folders</source>
        <translation>mehrere Ordner</translation>
    </message>
    <message>
        <source>share correct</source>
        <translation>Anteil richtig</translation>
    </message>
    <message>
        <source>share of its rows found</source>
        <translation>Anteil gefundener Zeilen der Klasse</translation>
    </message>
    <message>
        <source>share of other rows taken for the class</source>
        <translation>Anteil anderer Zeilen, der Klasse zugeordnet</translation>
    </message>
    <message>
        <source>share of percussion</source>
        <translation>Anteil des Schlagwerks</translation>
    </message>
    <message>
        <source>share of quiet frames</source>
        <translation>Anteil leiser Abschnitte</translation>
    </message>
    <message>
        <source>share of rows taken for the class, most probable first</source>
        <translation>Anteil der Klasse zugeordneter Zeilen, wahrscheinlichste zuerst</translation>
    </message>
    <message>
        <source>smaller classes repeated</source>
        <translation>kleinere Klassen vervielfacht</translation>
    </message>
    <message>
        <source>song</source>
        <translation>Stück</translation>
    </message>
    <message>
        <source>spectral_bandwidth_mean</source>
        <translation>spectral_bandwidth_mean</translation>
    </message>
    <message>
        <source>spectral_bandwidth_std</source>
        <translation>spectral_bandwidth_std</translation>
    </message>
    <message>
        <source>spectral_centroid_mean</source>
        <translation>spectral_centroid_mean</translation>
    </message>
    <message>
        <source>spectral_centroid_std</source>
        <translation>spectral_centroid_std</translation>
    </message>
    <message>
        <source>spectral_contrast_mean</source>
        <translation>spectral_contrast_mean</translation>
    </message>
    <message>
        <source>spectral_contrast_std</source>
        <translation>spectral_contrast_std</translation>
    </message>
    <message>
        <source>spectral_flatness_mean</source>
        <translation>spectral_flatness_mean</translation>
    </message>
    <message>
        <source>spectral_flatness_std</source>
        <translation>spectral_flatness_std</translation>
    </message>
    <message>
        <source>spectral_rolloff_mean</source>
        <translation>spectral_rolloff_mean</translation>
    </message>
    <message>
        <source>spectral_rolloff_std</source>
        <translation>spectral_rolloff_std</translation>
    </message>
    <message>
        <source>split</source>
        <translation>fest</translation>
    </message>
    <message>
        <source>spread over the notes</source>
        <translation>Verteilung auf die Töne</translation>
    </message>
    <message>
        <source>standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>stereo</source>
        <translation>Stereo</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>strength of onsets</source>
        <translation>Stärke der Einsätze</translation>
    </message>
    <message>
        <source>strength {strength:.2f}</source>
        <translation>Stärke {strength:.2f}</translation>
    </message>
    <message>
        <source>suggested by parameter effects</source>
        <translation>nach Parametereffekten vorgeschlagen</translation>
    </message>
    <message>
        <source>support vectors, Gaussian kernel, gamma 0.1, C 1</source>
        <translation>Stützvektoren, Gauß-Kernel, gamma 0,1, C 1</translation>
    </message>
    <message>
        <source>support vectors, degree 5, C 0.005</source>
        <translation>Stützvektoren, Grad 5, C 0,005</translation>
    </message>
    <message>
        <source>support vectors, linear, C 0.025</source>
        <translation>Stützvektoren, linear, C 0,025</translation>
    </message>
    <message>
        <source>sustained sound</source>
        <translation>gehaltene Klänge</translation>
    </message>
    <message>
        <source>sustained sound to percussion</source>
        <translation>gehaltene Klänge zu Perkussion</translation>
    </message>
    <message>
        <source>tempo of beats</source>
        <translation>Tempo der Schläge</translation>
    </message>
    <message>
        <source>tempo of onsets</source>
        <translation>Tempo der Einsätze</translation>
    </message>
    <message>
        <source>tempo, also at half or double speed</source>
        <translation>Tempo, auch halb oder doppelt so schnell</translation>
    </message>
    <message>
        <source>the classes of the 20 nearest rows vote</source>
        <translation>die Klassen der 20 nächsten Zeilen stimmen ab</translation>
    </message>
    <message>
        <source>the classes {names}</source>
        <translation>Klassen {names}</translation>
    </message>
    <message>
        <source>the exact phrase</source>
        <translation>die genaue Wortfolge</translation>
    </message>
    <message>
        <source>the grouped score: {why}</source>
        <translation>der gruppierte Wert: {why}</translation>
    </message>
    <message>
        <source>the key and those that mix well with it</source>
        <translation>die Tonart und alle, die gut zu ihr passen</translation>
    </message>
    <message>
        <source>the selected track</source>
        <translation>ausgewählter Titel</translation>
    </message>
    <message>
        <source>the shown track</source>
        <translation>angezeigter Titel</translation>
    </message>
    <message>
        <source>the track</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>the units of each layer as (64, 32)</source>
        <translation>die Einheiten jeder Schicht wie (64, 32)</translation>
    </message>
    <message>
        <source>the units of each layer as (64, 32), each at least 1</source>
        <translation>die Einheiten jeder Schicht wie (64, 32), jeweils mindestens 1</translation>
    </message>
    <message>
        <source>then {named}</source>
        <translation>dann {named}</translation>
    </message>
    <message>
        <source>timbre (MFCC {number})</source>
        <translation>Klangfarbe (MFCC {number})</translation>
    </message>
    <message>
        <source>times better than chance</source>
        <translation>Faktor gegenüber Zufall</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>tracks with a section of that name or letter</source>
        <translation>Titel mit einem Abschnitt dieses Namens oder Buchstabens</translation>
    </message>
    <message>
        <source>training rows</source>
        <translation>Trainingszeilen</translation>
    </message>
    <message>
        <source>treble</source>
        <translation>Höhen</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>true peak {level} dBTP</source>
        <translation>True Peak {level} dBTP</translation>
    </message>
    <message>
        <source>two layers of 80 and 40 units</source>
        <translation>zwei Schichten mit 80 und 40 Einheiten</translation>
    </message>
    <message>
        <source>up to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>usual for</source>
        <translation>üblich für</translation>
    </message>
    <message>
        <source>valleys at {low} to {high} Hz</source>
        <translation>Täler bei {low} bis {high} Hz</translation>
    </message>
    <message>
        <source>variance above {amount:g}</source>
        <translation>Varianz über {amount:g}</translation>
    </message>
    <message>
        <source>variety of pulses</source>
        <translation>Vielfalt der Pulse</translation>
    </message>
    <message>
        <source>whole numbers</source>
        <translation>ganze Zahlen</translation>
    </message>
    <message>
        <source>with all columns</source>
        <translation>mit allen Spalten</translation>
    </message>
    <message>
        <source>with rhythm and timbre</source>
        <translation>mit Rhythmus und Klangfarbe</translation>
    </message>
    <message>
        <source>with {some}</source>
        <translation>mit {some}</translation>
    </message>
    <message>
        <source>without {name}</source>
        <translation>ohne {name}</translation>
    </message>
    <message>
        <source>without {some}</source>
        <translation>ohne {some}</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>zero_crossing_rate</source>
        <translation>zero_crossing_rate</translation>
    </message>
    <message>
        <source>{address} could not be fetched: {reason}</source>
        <translation>{address} ließ sich nicht abrufen: {reason}</translation>
    </message>
    <message>
        <source>{address} is not a readable address: {reason}</source>
        <translation>{address} ist keine lesbare Adresse: {reason}</translation>
    </message>
    <message>
        <source>{address} needs a package that is not installed ({package}).</source>
        <translation>{address} braucht ein Paket, das nicht installiert ist ({package}).</translation>
    </message>
    <message>
        <source>{agreement} with the estimator on its training rows</source>
        <translation>{agreement}, verglichen mit dem Schätzer auf seinen Trainingszeilen</translation>
    </message>
    <message>
        <source>{alone}, McNemar p {p}</source>
        <translation>{alone}, McNemar p {p}</translation>
    </message>
    <message>
        <source>{amount:g} columns by mutual information</source>
        <translation>{amount:g} Spalten nach Transinformation</translation>
    </message>
    <message>
        <source>{amount:g} columns by recursion</source>
        <translation>{amount:g} Spalten durch rekursive Auswahl</translation>
    </message>
    <message>
        <source>{analysed:,} analysed</source>
        <translation>{analysed:,} analysiert</translation>
    </message>
    <message>
        <source>{axis}, kHz</source>
        <translation>{axis}, kHz</translation>
    </message>
    <message>
        <source>{beats_per_bar} beats</source>
        <translation>{beats_per_bar} Schläge</translation>
    </message>
    <message>
        <source>{beats} beats in a bar</source>
        <translation>{beats} Schläge pro Takt</translation>
    </message>
    <message>
        <source>{beats} beats in a bar cannot be set: {fewest} to {most} can.</source>
        <translation>{beats} Schläge pro Takt sind nicht möglich, nur {fewest} bis {most}.</translation>
    </message>
    <message>
        <source>{beats} beats in a bar from {start}</source>
        <translation>{beats} Schläge pro Takt ab {start}</translation>
    </message>
    <message>
        <source>{better} is better than {worse} ({first} less {second}: {points}; {by_rows}).</source>
        <translation>{better} ist besser als {worse} ({first} minus {second}: {points}; {by_rows}).</translation>
    </message>
    <message>
        <source>{bpm} BPM is out of range: {slowest:.0f} to {fastest:.0f} BPM can be set.</source>
        <translation>{bpm} BPM liegt außerhalb des Bereichs: {slowest:.0f} bis {fastest:.0f} BPM sind möglich.</translation>
    </message>
    <message>
        <source>{chosen} (not there)</source>
        <translation>{chosen} (nicht vorhanden)</translation>
    </message>
    <message>
        <source>{classes} with too few groups for {n_folds} folds</source>
        <translation>{classes} mit zu wenigen Gruppen für {n_folds} Folds</translation>
    </message>
    <message>
        <source>{classes} with too few rows for {n_folds} folds</source>
        <translation>{classes} mit zu wenigen Zeilen für {n_folds} Folds</translation>
    </message>
    <message>
        <source>{column} is constant</source>
        <translation>{column} ist konstant</translation>
    </message>
    <message>
        <source>{column} is empty</source>
        <translation>{column} ist leer</translation>
    </message>
    <message>
        <source>{container} {codec} · {rate:g} kHz · {channels}</source>
        <translation>{container} {codec} · {rate:g} kHz · {channels}</translation>
    </message>
    <message>
        <source>{count:,} comment lines were passed over.</source>
        <translation>{count:,} Kommentarzeilen wurden übergangen.</translation>
    </message>
    <message>
        <source>{count:,} damaged pieces of the file could not be decoded and left no sound.</source>
        <translation>{count:,} beschädigte Stellen der Datei ließen sich nicht decodieren und blieben ohne Ton.</translation>
    </message>
    <message>
        <source>{count:,} files in the queue</source>
        <translation>{count:,} Dateien in der Warteschlange</translation>
    </message>
    <message>
        <source>{count:,} runs</source>
        <translation>{count:,} Läufe</translation>
    </message>
    <message>
        <source>{count:,} samples are not finite numbers and are taken as silence.</source>
        <translation>{count:,} Abtastwerte sind keine endlichen Zahlen und gelten als Stille.</translation>
    </message>
    <message>
        <source>{counted} dominated by one {what}</source>
        <translation>{counted} von einer Gruppe dominiert ({what})</translation>
    </message>
    <message>
        <source>{count} folds</source>
        <translation>{count} Folds</translation>
    </message>
    <message>
        <source>{count} tapped beat from {start}</source>
        <translation>{count} getippter Schlag ab {start}</translation>
    </message>
    <message>
        <source>{count} tapped beats from {start}</source>
        <translation>{count} getippte Schläge ab {start}</translation>
    </message>
    <message>
        <source>{difference:+.1f} points of accuracy, 95 % interval {low:+.1f} to {high:+.1f}, corrected t-test over {n_folds} folds p {p}</source>
        <translation>{difference:+.1f} Prozentpunkte Genauigkeit, 95-%-Intervall {low:+.1f} bis {high:+.1f}, korrigierter t-Test über {n_folds} Folds p {p}</translation>
    </message>
    <message>
        <source>{done} of {expected} fits</source>
        <translation>{done} von {expected} Anpassungen</translation>
    </message>
    <message>
        <source>{estimator} cannot be fitted with these settings ({settings}): {reason}</source>
        <translation>{estimator} lässt sich mit diesen Einstellungen nicht anpassen ({settings}): {reason}</translation>
    </message>
    <message>
        <source>{estimator} has no parameter “{name}” that can be set; choose among {known}.</source>
        <translation>{estimator} hat keinen einstellbaren Parameter „{name}“. Möglich sind: {known}.</translation>
    </message>
    <message>
        <source>{estimator} is not made of trees that can be shown.</source>
        <translation>{estimator} besteht nicht aus Bäumen, die sich zeigen ließen.</translation>
    </message>
    <message>
        <source>{estimator}.{name} cannot be “{value}”; it must be {rule}.</source>
        <translation>{estimator}.{name} kann nicht „{value}“ sein; erlaubt ist: {rule}.</translation>
    </message>
    <message>
        <source>{failed:,} failed</source>
        <translation>{failed:,} fehlgeschlagen</translation>
    </message>
    <message>
        <source>{failed} of {expected} fits failed: {error}</source>
        <translation>{failed} von {expected} Anpassungen fehlgeschlagen: {error}</translation>
    </message>
    <message>
        <source>{failed} of {files} files could not be analysed and were left out: {first}</source>
        <translation>{failed} von {files} Dateien ließen sich nicht analysieren und wurden weggelassen: {first}</translation>
    </message>
    <message>
        <source>{family} grid, {strategy}, {folds}, seed {seed}</source>
        <translation>Gitter {family}, {strategy}, {folds}, Startwert {seed}</translation>
    </message>
    <message>
        <source>{files} could not be restored.</source>
        <translation>Nicht wiederhergestellt: {files}.</translation>
    </message>
    <message>
        <source>{files} could not be written.</source>
        <translation>Nicht geschrieben: {files}.</translation>
    </message>
    <message>
        <source>{files} failed</source>
        <translation>{files} fehlgeschlagen</translation>
    </message>
    <message>
        <source>{first} Random folds put rows of one {what} on both sides: {high:.0f} points come from recognising the {what}. For a new {what}, rely on the grouped score.</source>
        <translation>{first} Zufällige Folds legen Zeilen einer Gruppe ({what}) auf beide Seiten: {high:.0f} Prozentpunkte stammen vom Wiedererkennen der Gruppe ({what}). Für eine neue Gruppe ({what}) gilt der gruppierte Wert.</translation>
    </message>
    <message>
        <source>{first} There is no difference beyond chance: recognising the {what} does not help.</source>
        <translation>{first} Es gibt keinen überzufälligen Unterschied: Die Gruppe ({what}) wiederzuerkennen hilft nicht.</translation>
    </message>
    <message>
        <source>{first} and {second} ({strength:.2f})</source>
        <translation>{first} und {second} ({strength:.2f})</translation>
    </message>
    <message>
        <source>{first} and {second} differ: {by_rows}.</source>
        <translation>{first} und {second} unterscheiden sich: {by_rows}.</translation>
    </message>
    <message>
        <source>{first} and {second} show no difference on these rows: {by_rows}.</source>
        <translation>{first} und {second} zeigen auf diesen Zeilen keinen Unterschied: {by_rows}.</translation>
    </message>
    <message>
        <source>{first} and {second}: no difference that this data could show ({points}; {by_rows}).</source>
        <translation>{first} und {second}: kein Unterschied, den diese Daten zeigen könnten ({points}; {by_rows}).</translation>
    </message>
    <message>
        <source>{first} and {second}: {correlation:.2f}</source>
        <translation>{first} und {second}: {correlation:.2f}</translation>
    </message>
    <message>
        <source>{folders} of earlier versions, without a record, not shown.</source>
        <translation>{folders} früherer Versionen, ohne Aufzeichnung, nicht angezeigt.</translation>
    </message>
    <message>
        <source>{folder} already contains a search; resume it or use another folder.</source>
        <translation>{folder} enthält bereits eine Suche. Fortsetzen oder einen anderen Ordner verwenden.</translation>
    </message>
    <message>
        <source>{folder} cannot be made: {reason}.</source>
        <translation>{folder} lässt sich nicht anlegen: {reason}.</translation>
    </message>
    <message>
        <source>{folder} cannot be written to: {reason}; choose another folder.</source>
        <translation>{folder} ist nicht beschreibbar: {reason}; einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>{folder} contains no search; name the folder of one.</source>
        <translation>{folder} enthält keine Suche; den Ordner einer Suche angeben.</translation>
    </message>
    <message>
        <source>{folder} holds no .beats file with the name of an audio file.</source>
        <translation>{folder} enthält keine .beats-Datei mit dem Namen einer Audiodatei.</translation>
    </message>
    <message>
        <source>{folder} holds no audio file whose key is in clips.csv or in a .key file beside it.</source>
        <translation>{folder} enthält keine Audiodatei, deren Tonart in clips.csv oder in einer .key-Datei daneben steht.</translation>
    </message>
    <message>
        <source>{folder} holds no audio file with a .chords.lab file beside it.</source>
        <translation>{folder} enthält keine Audiodatei mit einer .chords.lab-Datei daneben.</translation>
    </message>
    <message>
        <source>{folder} holds no audio file with a .sections.lab file beside it.</source>
        <translation>{folder} enthält keine Audiodatei mit einer .sections.lab-Datei daneben.</translation>
    </message>
    <message>
        <source>{folder} holds no audio files; name a folder with music and .beats files.</source>
        <translation>{folder} enthält keine Audiodateien; einen Ordner mit Musik und .beats-Dateien angeben.</translation>
    </message>
    <message>
        <source>{folder} is no folder.</source>
        <translation>{folder} ist kein Ordner.</translation>
    </message>
    <message>
        <source>{folder} is no longer there.</source>
        <translation>{folder} ist nicht mehr da.</translation>
    </message>
    <message>
        <source>{folder} is there already and holds something else; move it away or choose another folder.</source>
        <translation>{folder} existiert bereits und enthält anderes. Verschieben oder einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>{folds} folds</source>
        <translation>{folds} Folds</translation>
    </message>
    <message>
        <source>{folds} folds, {repeats} times</source>
        <translation>{folds} Folds, {repeats}-mal</translation>
    </message>
    <message>
        <source>{gain:+d} dB</source>
        <translation>{gain:+d} dB</translation>
    </message>
    <message>
        <source>{gap:.0f} points of the random score come from rows of the same group</source>
        <translation>{gap:.0f} Prozentpunkte des zufälligen Werts stammen von Zeilen derselben Gruppe</translation>
    </message>
    <message>
        <source>{groups}, from {name}</source>
        <translation>{groups}, aus {name}</translation>
    </message>
    <message>
        <source>{group} has {share:.0f} % of {name}</source>
        <translation>{group} hat {share:.0f} % von {name}</translation>
    </message>
    <message>
        <source>{held_out:.3f} on held-out rows, {seen:.3f} on training rows</source>
        <translation>{held_out:.3f} auf zurückgehaltenen Zeilen, {seen:.3f} auf Trainingszeilen</translation>
    </message>
    <message>
        <source>{hertz:.0f} Hz</source>
        <translation>{hertz:.0f} Hz</translation>
    </message>
    <message>
        <source>{hertz:.1f} kHz</source>
        <translation>{hertz:.1f} kHz</translation>
    </message>
    <message>
        <source>{hertz:.2f} kHz</source>
        <translation>{hertz:.2f} kHz</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min left</source>
        <translation>noch {hours} h {minutes} min</translation>
    </message>
    <message>
        <source>{how}, last finalist {least:.3f}</source>
        <translation>{how}, letzter Finalist {least:.3f}</translation>
    </message>
    <message>
        <source>{kind} of {column}</source>
        <translation>{kind} von {column}</translation>
    </message>
    <message>
        <source>{least}{what} of strongly correlated columns</source>
        <translation>{least}{what} stark korrelierter Spalten</translation>
    </message>
    <message>
        <source>{level:.0f} dB</source>
        <translation>{level:.0f} dB</translation>
    </message>
    <message>
        <source>{level} LUFS</source>
        <translation>{level} LUFS</translation>
    </message>
    <message>
        <source>{listed} into “{names}”</source>
        <translation>{listed} unter „{names}“</translation>
    </message>
    <message>
        <source>{listed}. A model of such a class mostly learns that {what}.</source>
        <translation>{listed}. Ein Modell lernt bei einer solchen Klasse vor allem diese Gruppe ({what}).</translation>
    </message>
    <message>
        <source>{listed}. A model would have to tell apart what is one class, and its score would be too low. Merge them if they mean the same.</source>
        <translation>{listed}. Ein Modell müsste unterscheiden, was in Wahrheit eine einzige Klasse ist, und sein Wert wäre zu niedrig. Bei gleicher Bedeutung zusammenführen.</translation>
    </message>
    <message>
        <source>{listed}. Feature set differs: {recipe} expected. A classifier can be trained and evaluated, but not applied to audio here.</source>
        <translation>{listed}. Anderer Merkmalssatz: {recipe} erwartet. Ein Klassifikator lässt sich trainieren und auswerten, hier aber nicht auf Audio anwenden.</translation>
    </message>
    <message>
        <source>{listed}. Large classes dominate the accuracy; always predicting “{classes}” reaches {chance:.2f}. Use macro precision, recall and F1, in which every class counts the same.</source>
        <translation>{listed}. Große Klassen bestimmen die Genauigkeit; immer „{classes}“ vorherzusagen erreicht {chance:.2f}. Makro-Präzision, -Trefferquote und -F1 verwenden: Dort zählt jede Klasse gleich viel.</translation>
    </message>
    <message>
        <source>{listed}: accuracy alone {least:.2f} to {most:.2f}, by chance {chance:.2f}. Either the classes are very different music, or the recordings differ in loudness, codec or source and a model learns the recordings. Listen to some of each class.</source>
        <translation>{listed}: Genauigkeit allein {least:.2f} bis {most:.2f}, durch Zufall {chance:.2f}. Entweder ist die Musik der Klassen sehr verschieden, oder die Aufnahmen unterscheiden sich in Lautheit, Codec oder Quelle und ein Modell lernt die Aufnahmen. Einige Stücke jeder Klasse anhören.</translation>
    </message>
    <message>
        <source>{listed}: accuracy alone {least:.2f} to {most:.2f}, by chance {chance:.2f}. Either these columns say where a row comes from, or the classes are very different.</source>
        <translation>{listed}: Genauigkeit allein {least:.2f} bis {most:.2f}, durch Zufall {chance:.2f}. Entweder sagen diese Spalten, woher eine Zeile stammt, oder die Klassen sind sehr verschieden.</translation>
    </message>
    <message>
        <source>{listed}: every fold needs one {what} of every class for testing and others for training. {advice}</source>
        <translation>{listed}: Jeder Fold braucht von jeder Klasse mindestens eine Einheit ({what}) zum Testen und weitere zum Trainieren. {advice}</translation>
    </message>
    <message>
        <source>{listed}: kept as a class. Leave the rows out if their label is missing.</source>
        <translation>{listed}: als Klasse behalten. Die Zeilen weglassen, wenn ihr Label fehlt.</translation>
    </message>
    <message>
        <source>{listed}: the same value in every row.</source>
        <translation>{listed}: in jeder Zeile derselbe Wert.</translation>
    </message>
    <message>
        <source>{metre} beats per bar</source>
        <translation>{metre} Schläge pro Takt</translation>
    </message>
    <message>
        <source>{metric} {where}; whiskers from the lowest fold to the highest</source>
        <translation>{metric} {where}; Whisker vom niedrigsten bis zum höchsten Fold</translation>
    </message>
    <message>
        <source>{minutes} min left</source>
        <translation>noch {minutes} min</translation>
    </message>
    <message>
        <source>{missing:,} missing values, most in {named}. They are replaced by the column’s median.</source>
        <translation>{missing:,} fehlende Werte, die meisten in {named}. Sie werden durch den Median der Spalte ersetzt.</translation>
    </message>
    <message>
        <source>{model_name} · {new:.0f} % accuracy on new artists, {known:.0f} % on known</source>
        <translation>{model_name} · {new:.0f} % Genauigkeit bei neuen Interpreten, {known:.0f} % bei bekannten</translation>
    </message>
    <message>
        <source>{model} reads “{column}”, which {name} does not have; compare on other data.</source>
        <translation>{model} liest „{column}“, was in {name} fehlt; mit anderen Daten vergleichen.</translation>
    </message>
    <message>
        <source>{model}: feature set differs ({recipe}); {name} has {measured}. Train it again on these.</source>
        <translation>{model}: Merkmalssatz weicht ab ({recipe}); {name} hat {measured}. Mit diesen Merkmalen neu trainieren.</translation>
    </message>
    <message>
        <source>{n:,} of {n_columns:,} columns examined one by one</source>
        <translation>{n:,} von {n_columns:,} Spalten einzeln geprüft</translation>
    </message>
    <message>
        <source>{n:,} rows are copies of others</source>
        <translation>{n:,} Zeilen sind Kopien anderer</translation>
    </message>
    <message>
        <source>{n:,} rows are near copies of others</source>
        <translation>{n:,} Zeilen sind Beinahe-Kopien anderer</translation>
    </message>
    <message>
        <source>{n:,} selected tracks</source>
        <translation>{n:,} ausgewählte Titel</translation>
    </message>
    <message>
        <source>{n:,} shown tracks</source>
        <translation>{n:,} angezeigte Titel</translation>
    </message>
    <message>
        <source>{n:,} tracks were analysed by an earlier version and keep their genre. Analyse them again to classify them with “{title}”.</source>
        <translation>{n:,} Titel wurden von einer früheren Version analysiert und behalten ihr Genre. Zum Klassifizieren mit „{title}“ erneut analysieren.</translation>
    </message>
    <message>
        <source>{n:,} {noun}</source>
        <translation>{n:,} {noun}</translation>
    </message>
    <message>
        <source>{n_bars:,} bars · {n_beats:,} beats</source>
        <translation>{n_bars:,} Takte · {n_beats:,} Schläge</translation>
    </message>
    <message>
        <source>{n_beyond} of {count} features differ from librosa {version} by more than their tolerances: {names}.</source>
        <translation>{n_beyond} von {count} Merkmalen weichen stärker als ihre Toleranzen von librosa {version} ab: {names}.</translation>
    </message>
    <message>
        <source>{n_changed:,} beats change</source>
        <translation>{n_changed:,} Schläge ändern sich</translation>
    </message>
    <message>
        <source>{n_columns} columns</source>
        <translation>{n_columns} Spalten</translation>
    </message>
    <message>
        <source>{n_columns} columns each separate the classes alone</source>
        <translation>{n_columns} Spalten trennen die Klassen jeweils allein</translation>
    </message>
    <message>
        <source>{n_combinations} beats at {tempo} BPM on average</source>
        <translation>{n_combinations} Schläge mit durchschnittlich {tempo} BPM</translation>
    </message>
    <message>
        <source>{n_failed:,} failed</source>
        <translation>{n_failed:,} fehlgeschlagen</translation>
    </message>
    <message>
        <source>{n_files:,} files are missing.</source>
        <translation>{n_files:,} Dateien fehlen.</translation>
    </message>
    <message>
        <source>{n_files:,} files with other contents are analysed: their audio will tell.</source>
        <translation>{n_files:,} Dateien mit anderem Inhalt werden analysiert: Das Audio zeigt, ob sie passen.</translation>
    </message>
    <message>
        <source>{n_fits:,} finished fits are kept</source>
        <translation>{n_fits:,} fertige Anpassungen bleiben erhalten</translation>
    </message>
    <message>
        <source>{n_fits:,} fits</source>
        <translation>{n_fits:,} Anpassungen</translation>
    </message>
    <message>
        <source>{n_fits:,} fits of an earlier search are reused.</source>
        <translation>{n_fits:,} Anpassungen einer früheren Suche werden wiederverwendet.</translation>
    </message>
    <message>
        <source>{n_fits:,} fits, {seconds:,.1f} s of fitting.</source>
        <translation>{n_fits:,} Anpassungen, {seconds:,.1f} s Rechenzeit.</translation>
    </message>
    <message>
        <source>{n_fits:,} of {n_expected:,} fits</source>
        <translation>{n_fits:,} von {n_expected:,} Anpassungen</translation>
    </message>
    <message>
        <source>{n_folds} folds, seed {seed}</source>
        <translation>{n_folds} Folds, Startwert {seed}</translation>
    </message>
    <message>
        <source>{n_folds} folds, {repeats} times, seed {seed}</source>
        <translation>{n_folds} Folds, {repeats}-mal, Startwert {seed}</translation>
    </message>
    <message>
        <source>{n_folds} {protocol} folds</source>
        <translation>{n_folds} {protocol}e Folds</translation>
    </message>
    <message>
        <source>{n_found:,} found again.</source>
        <translation>{n_found:,} wiedergefunden.</translation>
    </message>
    <message>
        <source>{n_found:,} of {n_missing:,} missing tracks found again.</source>
        <translation>{n_found:,} von {n_missing:,} fehlenden Titeln wiedergefunden.</translation>
    </message>
    <message>
        <source>{n_found:,} of {tracks}</source>
        <translation>{n_found:,} / {tracks}</translation>
    </message>
    <message>
        <source>{n_groups:,} groups</source>
        <translation>{n_groups:,} Gruppen</translation>
    </message>
    <message>
        <source>{n_rounds} rounds</source>
        <translation>{n_rounds} Runden</translation>
    </message>
    <message>
        <source>{n_rows:,} rows</source>
        <translation>{n_rows:,} Zeilen</translation>
    </message>
    <message>
        <source>{n_rows:,} rows left out</source>
        <translation>{n_rows:,} Zeilen weggelassen</translation>
    </message>
    <message>
        <source>{n_rows:,} rows of {name}</source>
        <translation>{n_rows:,} Zeilen von {name}</translation>
    </message>
    <message>
        <source>{n_rows:,} rows written to {name}.</source>
        <translation>{n_rows:,} Zeilen in {name} geschrieben.</translation>
    </message>
    <message>
        <source>{n_rows:,} rows, {n_columns:,} columns, {n_classes} classes</source>
        <translation>{n_rows:,} Zeilen, {n_columns:,} Spalten, {n_classes} Klassen</translation>
    </message>
    <message>
        <source>{n_rows:,} rows, {n_columns} columns, {n_classes} classes</source>
        <translation>{n_rows:,} Zeilen, {n_columns} Spalten, {n_classes} Klassen</translation>
    </message>
    <message>
        <source>{n_rows} rows</source>
        <translation>{n_rows} Zeilen</translation>
    </message>
    <message>
        <source>{n_sheets:,} song sheets</source>
        <translation>{n_sheets:,} Songblätter</translation>
    </message>
    <message>
        <source>{n_sheets} song sheets</source>
        <translation>{n_sheets} Songblätter</translation>
    </message>
    <message>
        <source>{n_shown} of {n_columns_2} columns…</source>
        <translation>{n_shown} von {n_columns_2} Spalten…</translation>
    </message>
    <message>
        <source>{n_songs:,} songs</source>
        <translation>{n_songs:,} Stücke</translation>
    </message>
    <message>
        <source>{n_taken} of {n_offered} as one-hot</source>
        <translation>{n_taken} von {n_offered} als One-hot</translation>
    </message>
    <message>
        <source>{n_tracks:,} tracks</source>
        <translation>{n_tracks:,} Titel</translation>
    </message>
    <message>
        <source>{n_trees} trees</source>
        <translation>{n_trees} Bäume</translation>
    </message>
    <message>
        <source>{n_wanted:,} of {files} would change</source>
        <translation>{n_wanted:,} von {files} würden sich ändern</translation>
    </message>
    <message>
        <source>{named} {share:.0f} %, one window for the whole piece</source>
        <translation>{named} {share:.0f} %, ein Fenster für das ganze Stück</translation>
    </message>
    <message>
        <source>{names} saved in {path}.</source>
        <translation>{names} in {path} gespeichert.</translation>
    </message>
    <message>
        <source>{names}: a fit on {columns:,} columns needs about {needed:.1f} GB of memory, and {free:.1f} GB are free; train the others, or leave columns out.</source>
        <translation>{names}: Eine Anpassung an {columns:,} Spalten braucht etwa {needed:.1f} GB Speicher, frei sind {free:.1f} GB. Die anderen trainieren oder Spalten weglassen.</translation>
    </message>
    <message>
        <source>{name} (Space)</source>
        <translation>{name} (Leertaste)</translation>
    </message>
    <message>
        <source>{name} (shipped)</source>
        <translation>{name} (mitgeliefert)</translation>
    </message>
    <message>
        <source>{name} added.</source>
        <translation>{name} hinzugefügt.</translation>
    </message>
    <message>
        <source>{name} axis</source>
        <translation>Achse: {name}</translation>
    </message>
    <message>
        <source>{name} begins with zeros only: the copy or download is incomplete. Copy or download it again.</source>
        <translation>{name} beginnt nur mit Nullen: Kopie oder Download ist unvollständig. Erneut kopieren oder herunterladen.</translation>
    </message>
    <message>
        <source>{name} cannot be decoded: it is damaged or copy-protected. Try another copy or convert it to WAV.</source>
        <translation>{name} lässt sich nicht decodieren: beschädigt oder kopiergeschützt. Eine andere Kopie versuchen oder in WAV umwandeln.</translation>
    </message>
    <message>
        <source>{name} cannot be fitted: this version does not know how it was made.</source>
        <translation>{name} lässt sich nicht anpassen: Diese Version weiß nicht, wie der Schätzer entstanden ist.</translation>
    </message>
    <message>
        <source>{name} cannot be found; it may have been moved or renamed. Open it from where it is now.</source>
        <translation>{name} wurde nicht gefunden, vielleicht verschoben oder umbenannt. Vom jetzigen Ort aus öffnen.</translation>
    </message>
    <message>
        <source>{name} cannot be opened: {reason}.</source>
        <translation>{name} lässt sich nicht öffnen: {reason}.</translation>
    </message>
    <message>
        <source>{name} cannot be played</source>
        <translation>{name} kann nicht abgespielt werden</translation>
    </message>
    <message>
        <source>{name} cannot be played: unknown format.</source>
        <translation>{name} lässt sich nicht abspielen: unbekanntes Format.</translation>
    </message>
    <message>
        <source>{name} cannot be read as audio: it is damaged, incomplete or of an unknown kind. If it plays elsewhere, convert it to WAV or FLAC; if not, copy or download it again.</source>
        <translation>{name} ist nicht als Audio lesbar: beschädigt, unvollständig oder von unbekannter Art. Falls anderswo abspielbar, in WAV oder FLAC umwandeln; sonst erneut kopieren oder herunterladen.</translation>
    </message>
    <message>
        <source>{name} cannot be read as text: {reason}</source>
        <translation>{name} ist nicht als Text lesbar: {reason}</translation>
    </message>
    <message>
        <source>{name} cannot be read further: {reason}</source>
        <translation>{name} ist nicht weiter lesbar: {reason}</translation>
    </message>
    <message>
        <source>{name} cannot be read: the disk reports an error. Copy it to another disk and try again.</source>
        <translation>{name} ist nicht lesbar: Der Datenträger meldet einen Fehler. Auf einen anderen kopieren und erneut versuchen.</translation>
    </message>
    <message>
        <source>{name} cannot be read: {reason}.</source>
        <translation>{name} ist nicht lesbar: {reason}.</translation>
    </message>
    <message>
        <source>{name} cannot be read: {reason}. Copy it to another disk and try again.</source>
        <translation>{name} ist nicht lesbar: {reason}. Auf einen anderen Datenträger kopieren und erneut versuchen.</translation>
    </message>
    <message>
        <source>{name} cannot be saved as a model: {reason}.</source>
        <translation>{name} lässt sich nicht als Modell speichern: {reason}.</translation>
    </message>
    <message>
        <source>{name} cannot be written</source>
        <translation>{name} kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>{name} cannot be written: {reason}.</source>
        <translation>{name} kann nicht geschrieben werden: {reason}.</translation>
    </message>
    <message>
        <source>{name} changed while it was read; try again when it is complete.</source>
        <translation>{name} änderte sich beim Lesen; erneut versuchen, wenn die Datei vollständig ist.</translation>
    </message>
    <message>
        <source>{name} changes its sampling rate or channels within; one file cannot hold both.</source>
        <translation>{name} wechselt mittendrin die Abtastrate oder die Kanäle; eine Datei kann nicht beides enthalten.</translation>
    </message>
    <message>
        <source>{name} contains no audio: 0 samples. Record or export it again.</source>
        <translation>{name} enthält kein Audio: 0 Abtastwerte. Erneut aufnehmen oder exportieren.</translation>
    </message>
    <message>
        <source>{name} contains no beats.</source>
        <translation>{name} enthält keine Schläge.</translation>
    </message>
    <message>
        <source>{name} contains no playable audio.</source>
        <translation>{name} enthält kein abspielbares Audio.</translation>
    </message>
    <message>
        <source>{name} contains no sections.</source>
        <translation>{name} enthält keine Abschnitte.</translation>
    </message>
    <message>
        <source>{name} contains no sound in this passage.</source>
        <translation>{name} enthält in dieser Passage keinen Ton.</translation>
    </message>
    <message>
        <source>{name} could not be analysed: {reason}</source>
        <translation>{name} konnte nicht analysiert werden: {reason}</translation>
    </message>
    <message>
        <source>{name} could not be fitted in both protocols; nothing to compare.</source>
        <translation>{name} ließ sich nicht in beiden Protokollen anpassen; nichts zu vergleichen.</translation>
    </message>
    <message>
        <source>{name} could not be fitted: {error}</source>
        <translation>{name} ließ sich nicht anpassen: {error}</translation>
    </message>
    <message>
        <source>{name} could not be fitted: {reason}</source>
        <translation>{name} ließ sich nicht anpassen: {reason}</translation>
    </message>
    <message>
        <source>{name} could not be removed: {reason}.</source>
        <translation>{name} ließ sich nicht entfernen: {reason}.</translation>
    </message>
    <message>
        <source>{name} could not be restored: {reason}.</source>
        <translation>{name} ließ sich nicht wiederherstellen: {reason}.</translation>
    </message>
    <message>
        <source>{name} could not be written: {reason}.</source>
        <translation>{name} ließ sich nicht schreiben: {reason}.</translation>
    </message>
    <message>
        <source>{name} could not be written: {reason}. Choose another name or folder.</source>
        <translation>{name} konnte nicht geschrieben werden: {reason}. Einen anderen Namen oder Ordner wählen.</translation>
    </message>
    <message>
        <source>{name} counts video frames, not beats. Export it with a tempo in beats.</source>
        <translation>{name} zählt Videobilder, keine Schläge. Mit einem Tempo in Schlägen exportieren.</translation>
    </message>
    <message>
        <source>{name} does not fit into memory; leave columns or rows out.</source>
        <translation>{name} passt nicht in den Speicher; Spalten oder Zeilen weglassen.</translation>
    </message>
    <message>
        <source>{name} does not name each row of the feature table once, with the same label.</source>
        <translation>{name} nennt nicht jede Zeile der Merkmalstabelle genau einmal mit demselben Label.</translation>
    </message>
    <message>
        <source>{name} does not state the folders of its files, so it cannot be grouped by folder.</source>
        <translation>{name} nennt die Ordner seiner Dateien nicht und lässt sich daher nicht nach Ordnern gruppieren.</translation>
    </message>
    <message>
        <source>{name} ended early: it was changed, or taken away, while it was playing.</source>
        <translation>{name} endete vorzeitig: Die Datei wurde während der Wiedergabe geändert oder entfernt.</translation>
    </message>
    <message>
        <source>{name} goes on to {time} s, but the piece ends at {duration} s. Is it of this piece?</source>
        <translation>{name} reicht bis {time} s, aber das Stück endet bei {duration} s. Gehört es zu diesem Stück?</translation>
    </message>
    <message>
        <source>{name} has a beat at {time} s, but the piece ends at {duration} s. Are these its beats?</source>
        <translation>{name} hat einen Schlag bei {time} s, aber das Stück endet bei {duration} s. Sind das seine Schläge?</translation>
    </message>
    <message>
        <source>{name} has a header but no rows; add rows.</source>
        <translation>{name} hat eine Kopfzeile, aber keine Zeilen; Zeilen hinzufügen.</translation>
    </message>
    <message>
        <source>{name} has a name that is too long for this system; rename it.</source>
        <translation>{name} hat einen für dieses System zu langen Namen; umbenennen.</translation>
    </message>
    <message>
        <source>{name} has about {rows:,.0f} rows of {columns} columns, which need {needed:.1f} GB of memory, and {free:.1f} GB are free; leave columns out, or train on a part of the rows.</source>
        <translation>{name} hat etwa {rows:,.0f} Zeilen mit {columns} Spalten. Das braucht {needed:.1f} GB Speicher, frei sind {free:.1f} GB. Spalten weglassen oder mit einem Teil der Zeilen trainieren.</translation>
    </message>
    <message>
        <source>{name} has beats without their positions in the bar.</source>
        <translation>{name} hat Schläge ohne ihre Positionen im Takt.</translation>
    </message>
    <message>
        <source>{name} has music in 1 subfolder; give a folder with one subfolder for each class.</source>
        <translation>{name} hat Musik in 1 Unterordner; einen Ordner mit einem Unterordner je Klasse angeben.</translation>
    </message>
    <message>
        <source>{name} has music in {count} subfolders; give a folder with one subfolder for each class.</source>
        <translation>{name} hat Musik in {count} Unterordnern; einen Ordner mit einem Unterordner je Klasse angeben.</translation>
    </message>
    <message>
        <source>{name} has no audio track; choose a file with sound in it.</source>
        <translation>{name} hat keine Audiospur; eine Datei mit Ton wählen.</translation>
    </message>
    <message>
        <source>{name} has no class weights: trained without</source>
        <translation>{name} kennt keine Klassengewichte: ohne trainiert</translation>
    </message>
    <message>
        <source>{name} has no column “label” and none that could be one: a label is text that repeats. Add a column with the class of each row.</source>
        <translation>{name} hat keine Spalte „label“ und keine, die es sein könnte: Ein Label ist Text, der sich wiederholt. Eine Spalte mit der Klasse jeder Zeile hinzufügen.</translation>
    </message>
    <message>
        <source>{name} has no column “label”; candidates: {columns}. Choose the label.</source>
        <translation>{name} hat keine Spalte „label“; infrage kommen: {columns}. Das Label wählen.</translation>
    </message>
    <message>
        <source>{name} has no column “{column}”; it has {columns}.</source>
        <translation>{name} hat keine Spalte „{column}“, sondern {columns}.</translation>
    </message>
    <message>
        <source>{name} has no column “{column}”{hint}.</source>
        <translation>{name} hat keine Spalte „{column}“{hint}.</translation>
    </message>
    <message>
        <source>{name} has no finite number in any column; add features to train on.</source>
        <translation>{name} hat in keiner Spalte eine endliche Zahl; Merkmale zum Trainieren hinzufügen.</translation>
    </message>
    <message>
        <source>{name} has no fixed split; choose a column with train, valid or test.</source>
        <translation>{name} hat keine feste Aufteilung; eine Spalte mit train, valid oder test wählen.</translation>
    </message>
    <message>
        <source>{name} has no groups; choose a column with the groups of its rows.</source>
        <translation>{name} hat keine Gruppen; eine Spalte mit den Gruppen der Zeilen wählen.</translation>
    </message>
    <message>
        <source>{name} has no header of the kind that its name says; it may hold bare samples. Import it as raw data in an audio editor and save it as WAV.</source>
        <translation>{name} hat keinen Header der Art, die der Name nennt, und enthält vielleicht bloße Abtastwerte. In einem Audioeditor als Rohdaten importieren und als WAV speichern.</translation>
    </message>
    <message>
        <source>{name} has no number in row {row}, column “{column}”; fill or remove the row.</source>
        <translation>{name} hat in Zeile {row}, Spalte „{column}“, keine Zahl; die Zeile ergänzen oder entfernen.</translation>
    </message>
    <message>
        <source>{name} has no numeric columns beside its label; add features to train on.</source>
        <translation>{name} hat außer dem Label keine Zahlenspalten; Merkmale zum Trainieren hinzufügen.</translation>
    </message>
    <message>
        <source>{name} has no probabilities of its own; they are calibrated when it is saved.</source>
        <translation>{name} hat keine eigenen Wahrscheinlichkeiten; sie werden beim Speichern kalibriert.</translation>
    </message>
    <message>
        <source>{name} has one row per class; every class needs several, for training and testing.</source>
        <translation>{name} hat nur eine Zeile je Klasse; jede Klasse braucht mehrere, zum Trainieren und Testen.</translation>
    </message>
    <message>
        <source>{name} has only one class, “{label}”, in the column “{column}”; at least two are needed.</source>
        <translation>{name} hat in der Spalte „{column}“ nur eine Klasse, „{label}“; mindestens zwei sind nötig.</translation>
    </message>
    <message>
        <source>{name} has only one class, “{label}”; at least two are needed.</source>
        <translation>{name} hat nur eine Klasse, „{label}“; mindestens zwei sind nötig.</translation>
    </message>
    <message>
        <source>{name} has only one column; separate columns by commas, semicolons or tabs.</source>
        <translation>{name} hat nur eine Spalte; Spalten durch Kommas, Semikolons oder Tabulatoren trennen.</translation>
    </message>
    <message>
        <source>{name} has rows with one entry more than its header; name every column.</source>
        <translation>{name} hat Zeilen mit einem Eintrag mehr als in der Kopfzeile; jede Spalte benennen.</translation>
    </message>
    <message>
        <source>{name} has the column “{column}” more than once; rename or remove one of them.</source>
        <translation>{name} hat die Spalte „{column}“ mehrfach; eine davon umbenennen oder entfernen.</translation>
    </message>
    <message>
        <source>{name} has times that are none.</source>
        <translation>{name} enthält Zeiten, die keine sind.</translation>
    </message>
    <message>
        <source>{name} has {rows} rows, but there are {wanted} rows of features; add a column “{column}” with the row numbers.</source>
        <translation>{name} hat {rows} Zeilen, aber es gibt {wanted} Zeilen mit Merkmalen; eine Spalte „{column}“ mit den Zeilennummern hinzufügen.</translation>
    </message>
    <message>
        <source>{name} has “{theirs}” for row {row}, but its label is “{label}”; choose the table of groups of these rows.</source>
        <translation>{name} hat „{theirs}“ für Zeile {row}, deren Label aber „{label}“ ist; die Gruppentabelle dieser Zeilen wählen.</translation>
    </message>
    <message>
        <source>{name} holds notes (MIDI), not sound; play it with instruments and export that as WAV.</source>
        <translation>{name} enthält Noten (MIDI), keinen Ton; mit Instrumenten abspielen und als WAV exportieren.</translation>
    </message>
    <message>
        <source>{name} holds other audio than the library has: it is analysed again.</source>
        <translation>{name} enthält anderes Audio als in der Bibliothek und wird erneut analysiert.</translation>
    </message>
    <message>
        <source>{name} holds text where features should be; they must be numbers.</source>
        <translation>{name} enthält Text statt Merkmalen; sie müssen Zahlen sein.</translation>
    </message>
    <message>
        <source>{name} holds {count} beats; at least two are needed.</source>
        <translation>{name} enthält {count} Schläge; mindestens zwei sind nötig.</translation>
    </message>
    <message>
        <source>{name} is a database, not audio; choose the music itself.</source>
        <translation>{name} ist eine Datenbank, kein Audio; die Musik selbst wählen.</translation>
    </message>
    <message>
        <source>{name} is a document, not audio; choose the music itself.</source>
        <translation>{name} ist ein Dokument, kein Audio; die Musik selbst wählen.</translation>
    </message>
    <message>
        <source>{name} is a folder, not a table.</source>
        <translation>{name} ist ein Ordner, keine Tabelle.</translation>
    </message>
    <message>
        <source>{name} is a folder; open the files in it.</source>
        <translation>{name} ist ein Ordner; die Dateien darin öffnen.</translation>
    </message>
    <message>
        <source>{name} is a link that leads back to itself; open the file that it should lead to.</source>
        <translation>{name} ist ein Link, der auf sich selbst zurückführt; die Datei öffnen, auf die er zeigen soll.</translation>
    </message>
    <message>
        <source>{name} is a picture, not audio; choose the music itself.</source>
        <translation>{name} ist ein Bild, kein Audio; die Musik selbst wählen.</translation>
    </message>
    <message>
        <source>{name} is a program, not audio; choose the music itself.</source>
        <translation>{name} ist ein Programm, kein Audio; die Musik selbst wählen.</translation>
    </message>
    <message>
        <source>{name} is a spreadsheet or archive; save it as CSV first.</source>
        <translation>{name} ist eine Tabellenkalkulation oder ein Archiv; zuerst als CSV speichern.</translation>
    </message>
    <message>
        <source>{name} is a text file, not audio; choose the music itself.</source>
        <translation>{name} ist eine Textdatei, kein Audio; die Musik selbst wählen.</translation>
    </message>
    <message>
        <source>{name} is a web page, not audio; the download failed. Download the file again.</source>
        <translation>{name} ist eine Webseite, kein Audio; der Download ist fehlgeschlagen. Die Datei erneut herunterladen.</translation>
    </message>
    <message>
        <source>{name} is an archive, not audio; unpack it and open the files in it.</source>
        <translation>{name} ist ein Archiv, kein Audio; entpacken und die Dateien darin öffnen.</translation>
    </message>
    <message>
        <source>{name} is compressed; unpack it first.</source>
        <translation>{name} ist komprimiert; zuerst entpacken.</translation>
    </message>
    <message>
        <source>{name} is damaged or not a JAMS file.</source>
        <translation>{name} ist beschädigt oder keine JAMS-Datei.</translation>
    </message>
    <message>
        <source>{name} is damaged or not a MIDI file.</source>
        <translation>{name} ist beschädigt oder keine MIDI-Datei.</translation>
    </message>
    <message>
        <source>{name} is damaged or not a layer of Sonic Visualiser.</source>
        <translation>{name} ist beschädigt oder keine Ebene von Sonic Visualiser.</translation>
    </message>
    <message>
        <source>{name} is empty: it has 0 bytes. Copy or download it again.</source>
        <translation>{name} ist leer: 0 Byte. Erneut kopieren oder herunterladen.</translation>
    </message>
    <message>
        <source>{name} is empty; give a table with a header and rows.</source>
        <translation>{name} ist leer; eine Tabelle mit Kopfzeile und Zeilen angeben.</translation>
    </message>
    <message>
        <source>{name} is encoded in a way that cannot be decoded here; it may be copy-protected. Convert it to WAV or FLAC.</source>
        <translation>{name} ist so codiert, dass es sich hier nicht decodieren lässt, vielleicht kopiergeschützt. In WAV oder FLAC umwandeln.</translation>
    </message>
    <message>
        <source>{name} is encrypted; get a copy without protection.</source>
        <translation>{name} ist verschlüsselt; eine Kopie ohne Schutz besorgen.</translation>
    </message>
    <message>
        <source>{name} is no file of beats. Its name must end in .beats, .txt, .mid, .jams or .svl.</source>
        <translation>{name} ist keine Datei mit Schlägen. Der Name muss auf .beats, .txt, .mid, .jams oder .svl enden.</translation>
    </message>
    <message>
        <source>{name} is no file of sections. Its name must end in .jams, .txt or .svl.</source>
        <translation>{name} ist keine Datei mit Abschnitten. Der Name muss auf .jams, .txt oder .svl enden.</translation>
    </message>
    <message>
        <source>{name} is no name of an audio file. It must end in one of: {kinds}</source>
        <translation>{name} ist kein Name einer Audiodatei. Er muss auf eines davon enden: {kinds}</translation>
    </message>
    <message>
        <source>{name} is not a CSV table.</source>
        <translation>{name} ist keine CSV-Tabelle.</translation>
    </message>
    <message>
        <source>{name} is not a Groovescope model or is damaged; download or rebuild it.</source>
        <translation>{name} ist kein Groovescope-Modell oder beschädigt; herunterladen oder neu erstellen.</translation>
    </message>
    <message>
        <source>{name} is not a Groovescope model: it should hold {passport} and {model} and nothing else.</source>
        <translation>{name} ist kein Groovescope-Modell: Es sollte {passport} und {model} enthalten und sonst nichts.</translation>
    </message>
    <message>
        <source>{name} is not a Groovescope model: {member} is compressed.</source>
        <translation>{name} ist kein Groovescope-Modell: {member} ist komprimiert.</translation>
    </message>
    <message>
        <source>{name} is not a Groovescope model: {member} is too large.</source>
        <translation>{name} ist kein Groovescope-Modell: {member} ist zu groß.</translation>
    </message>
    <message>
        <source>{name} is not a file but a device or a pipe; choose a file with music in it.</source>
        <translation>{name} ist keine Datei, sondern ein Gerät oder eine Pipe; eine Datei mit Musik wählen.</translation>
    </message>
    <message>
        <source>{name} is not a playable file.</source>
        <translation>{name} ist keine abspielbare Datei.</translation>
    </message>
    <message>
        <source>{name} is not a readable table: {reason}</source>
        <translation>{name} ist keine lesbare Tabelle: {reason}</translation>
    </message>
    <message>
        <source>{name} is not a table; give a CSV or Parquet file with a header.</source>
        <translation>{name} ist keine Tabelle; eine CSV- oder Parquet-Datei mit Kopfzeile angeben.</translation>
    </message>
    <message>
        <source>{name} is not audio that can be read; choose another file.</source>
        <translation>{name} ist kein lesbares Audio; eine andere Datei wählen.</translation>
    </message>
    <message>
        <source>{name} is not there any more.</source>
        <translation>{name} ist nicht mehr da.</translation>
    </message>
    <message>
        <source>{name} is of a piece of {theirs} s, but this one has {duration} s. It belongs to another recording.</source>
        <translation>{name} gehört zu einem Stück von {theirs} s, dieses hat aber {duration} s: Die Datei gehört zu einer anderen Aufnahme.</translation>
    </message>
    <message>
        <source>{name} is on another computer; its tags cannot be written.</source>
        <translation>{name} liegt auf einem anderen Computer; die Tags lassen sich nicht schreiben.</translation>
    </message>
    <message>
        <source>{name} is read-only.</source>
        <translation>{name} ist schreibgeschützt.</translation>
    </message>
    <message>
        <source>{name} is text in an unknown encoding; save it as UTF-8.</source>
        <translation>{name} ist Text in unbekannter Codierung; als UTF-8 speichern.</translation>
    </message>
    <message>
        <source>{name} is too large for a file of annotations.</source>
        <translation>{name} ist zu groß für eine Datei mit Annotationen.</translation>
    </message>
    <message>
        <source>{name} is too long for the free memory; cut it into shorter pieces.</source>
        <translation>{name} ist zu lang für den freien Speicher; in kürzere Stücke schneiden.</translation>
    </message>
    <message>
        <source>{name} is {size:.0f} MB; a model file has at most {most} MB.</source>
        <translation>{name} hat {size:.0f} MB; eine Modelldatei hat höchstens {most} MB.</translation>
    </message>
    <message>
        <source>{name} lacks its index: the recording or download is incomplete. Copy or download it again.</source>
        <translation>{name} fehlt der Index: Aufnahme oder Download ist unvollständig. Erneut kopieren oder herunterladen.</translation>
    </message>
    <message>
        <source>{name} lacks the column “{column}”; is it the right table?</source>
        <translation>{name} fehlt die Spalte „{column}“; ist es die richtige Tabelle?</translation>
    </message>
    <message>
        <source>{name} lasts more than {hours} hours; cut it into shorter pieces.</source>
        <translation>{name} dauert mehr als {hours} Stunden; in kürzere Stücke schneiden.</translation>
    </message>
    <message>
        <source>{name} may not be read: permission denied. Change its permissions or ask its owner for a copy.</source>
        <translation>{name} darf nicht gelesen werden: Zugriff verweigert. Die Rechte ändern oder den Besitzer um eine Kopie bitten.</translation>
    </message>
    <message>
        <source>{name} no longer exists.</source>
        <translation>{name} gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>{name} no longer exists. Open it from its new location.</source>
        <translation>{name} existiert nicht mehr. Vom neuen Ort aus öffnen.</translation>
    </message>
    <message>
        <source>{name} of the spectrogram in dB</source>
        <translation>{name} des Spektrogramms in dB</translation>
    </message>
    <message>
        <source>{name} predicted as {label}: {count:,} of {whole:,}</source>
        <translation>{name} als {label} vorhergesagt: {count:,} von {whole:,}</translation>
    </message>
    <message>
        <source>{name} predicted correctly: {count:,} of {whole:,}</source>
        <translation>{name} richtig vorhergesagt: {count:,} von {whole:,}</translation>
    </message>
    <message>
        <source>{name} reads “{column}”, which this program does not measure, so it cannot classify clips. Train on a table written by “groovescope analyze” or on a folder of music.</source>
        <translation>{name} liest „{column}“, was dieses Programm nicht misst, und kann daher keine Clips klassifizieren. Mit einer Tabelle aus „groovescope analyze“ oder einem Ordner mit Musik trainieren.</translation>
    </message>
    <message>
        <source>{name} removed.{more}</source>
        <translation>{name} entfernt.{more}</translation>
    </message>
    <message>
        <source>{name} saved: {both_scores}. Checked: {agreement}.</source>
        <translation>{name} gespeichert: {both_scores}. Geprüft: {agreement}.</translation>
    </message>
    <message>
        <source>{name} scales and chooses columns itself: left as it is</source>
        <translation>{name} skaliert und wählt Spalten selbst: unverändert gelassen</translation>
    </message>
    <message>
        <source>{name} states a sampling rate of {sr} Hz: its header is damaged. Try another copy.</source>
        <translation>{name} gibt eine Abtastrate von {sr} Hz an: Der Header ist beschädigt. Eine andere Kopie versuchen.</translation>
    </message>
    <message>
        <source>{name} was changed meanwhile by another program; nothing was written.</source>
        <translation>{name} wurde inzwischen von einem anderen Programm geändert; nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>{name} was changed since its tags were written, and these cannot be restored.</source>
        <translation>{name} wurde seit dem Schreiben der Tags geändert; sie lassen sich nicht wiederherstellen.</translation>
    </message>
    <message>
        <source>{name} was not saved: it could not be fitted on every fold: {reason}</source>
        <translation>{name} wurde nicht gespeichert, da nicht auf jedem Fold anpassbar: {reason}</translation>
    </message>
    <message>
        <source>{name} {value} (not {usual})</source>
        <translation>{name} {value} (nicht {usual})</translation>
    </message>
    <message>
        <source>{name} – cannot be saved: {reason}</source>
        <translation>{name} – kann nicht gespeichert werden: {reason}</translation>
    </message>
    <message>
        <source>{name}, beat {number}: no time, or no position in the bar.</source>
        <translation>{name}, Schlag {number}: keine Zeit oder keine Position im Takt.</translation>
    </message>
    <message>
        <source>{name}, beat {number}: the time is not after the one before.</source>
        <translation>{name}, Schlag {number}: Die Zeit liegt nicht nach der vorherigen.</translation>
    </message>
    <message>
        <source>{name}, changed</source>
        <translation>{name}, geändert</translation>
    </message>
    <message>
        <source>{name}, line {line}: no beat. A line is a time in seconds and a position in the bar.</source>
        <translation>{name}, Zeile {line}: kein Schlag. Eine Zeile besteht aus einer Zeit in Sekunden und einer Position im Takt.</translation>
    </message>
    <message>
        <source>{name}, line {line}: no label. A line is start, end and label, with tabs between.</source>
        <translation>{name}, Zeile {line}: kein Label. Eine Zeile besteht aus Anfang, Ende und Label, durch Tabulatoren getrennt.</translation>
    </message>
    <message>
        <source>{name}, line {line}: the time is not after the one before.</source>
        <translation>{name}, Zeile {line}: Die Zeit liegt nicht nach der vorherigen.</translation>
    </message>
    <message>
        <source>{name}, line {number}: expected seconds and a position in the bar, not “{line}”.</source>
        <translation>{name}, Zeile {number}: Sekunden und eine Position im Takt erwartet, nicht „{line}“.</translation>
    </message>
    <message>
        <source>{name}, {changed} changed</source>
        <translation>{name}, {changed} geändert</translation>
    </message>
    <message>
        <source>{name}, {n_rows:,} rows</source>
        <translation>{name}, {n_rows:,} Zeilen</translation>
    </message>
    <message>
        <source>{name}, {protocol} fold {number}</source>
        <translation>{name}, Fold {number} ({protocol})</translation>
    </message>
    <message>
        <source>{name}, {size:.0f} % of {protocol} fold {number}</source>
        <translation>{name}, {size:.0f} % von Fold {number} ({protocol})</translation>
    </message>
    <message>
        <source>{name}: Return saves, Esc cancels; empty restores the file&apos;s own value</source>
        <translation>{name}: Eingabe speichert, Esc bricht ab; leer stellt den Wert aus der Datei wieder her</translation>
    </message>
    <message>
        <source>{name}: accuracy {high:.0f} % with random folds, {low:.0f} % with {what}-grouped folds.</source>
        <translation>{name}: Genauigkeit {high:.0f} % mit zufälligen Folds, {low:.0f} % mit gruppierten Folds ({what}).</translation>
    </message>
    <message>
        <source>{name}: accuracy {mean:.0f} %; always predicting the largest class: {chance:.0f} %. {compared}</source>
        <translation>{name}: Genauigkeit {mean:.0f} %; immer die größte Klasse vorherzusagen: {chance:.0f} %. {compared}</translation>
    </message>
    <message>
        <source>{name}: calibration error {error:.1f} points on average.</source>
        <translation>{name}: Kalibrierungsfehler im Mittel {error:.1f} Prozentpunkte.</translation>
    </message>
    <message>
        <source>{name}: feature set differs ({recipe}); {measured} expected. Train it again on features that this program measured.</source>
        <translation>{name}: Merkmalssatz weicht ab ({recipe}); erwartet wird {measured}. Mit Merkmalen neu trainieren, die dieses Programm gemessen hat.</translation>
    </message>
    <message>
        <source>{name}: feature set differs ({recipe}); {measured} expected. Train it again.</source>
        <translation>{name}: Merkmalssatz weicht ab ({recipe}); erwartet wird {measured}. Neu trainieren.</translation>
    </message>
    <message>
        <source>{name}: fewer than two beats behind the first 5 s, which do not count.</source>
        <translation>{name}: weniger als zwei Schläge nach den ersten 5 s, die nicht zählen.</translation>
    </message>
    <message>
        <source>{name}: its folder is read-only.</source>
        <translation>{name}: Der Ordner ist schreibgeschützt.</translation>
    </message>
    <message>
        <source>{name}: its tag is of the old version ID3v2.2, which cannot be written.</source>
        <translation>{name}: Der Tag hat die alte Version ID3v2.2, die sich nicht schreiben lässt.</translation>
    </message>
    <message>
        <source>{name}: its tags are damaged.</source>
        <translation>{name}: Die Tags sind beschädigt.</translation>
    </message>
    <message>
        <source>{name}: its tags are not valid Unicode and would be damaged.</source>
        <translation>{name}: Die Tags sind kein gültiges Unicode und würden beschädigt.</translation>
    </message>
    <message>
        <source>{name}: made for other features ({input}); this program measures {measured}. Update the file.</source>
        <translation>{name}: für andere Merkmale gemacht ({input}); dieses Programm misst {measured}. Die Datei aktualisieren.</translation>
    </message>
    <message>
        <source>{name}: no audio was found in it.</source>
        <translation>{name}: Darin wurde kein Audio gefunden.</translation>
    </message>
    <message>
        <source>{name}: sections overlap at {time} s.</source>
        <translation>{name}: Bei {time} s überlappen Abschnitte.</translation>
    </message>
    <message>
        <source>{name}: tags cannot be written into files of this kind.</source>
        <translation>{name}: In Dateien dieser Art lassen sich keine Tags schreiben.</translation>
    </message>
    <message>
        <source>{name}: the beats reach {last} s, the audio ends at {duration} s. They belong to another recording.</source>
        <translation>{name}: Die Schläge reichen bis {last} s, das Audio endet bei {duration} s. Sie gehören zu einer anderen Aufnahme.</translation>
    </message>
    <message>
        <source>{name}: the tags did not come out as they should; nothing was written.</source>
        <translation>{name}: Die Prüfung der neuen Tags ist fehlgeschlagen; nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>{name}: the times do not rise at {time} s.</source>
        <translation>{name}: Bei {time} s steigen die Zeiten nicht an.</translation>
    </message>
    <message>
        <source>{name}: writing the tags would change the audio; nothing was written.</source>
        <translation>{name}: Das Schreiben der Tags würde das Audio ändern; nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>{name}: {probability:.0f} % (on average {typical:.0f} %).</source>
        <translation>{name}: {probability:.0f} % (im Mittel {typical:.0f} %).</translation>
    </message>
    <message>
        <source>{name}: {reason}</source>
        <translation>{name}: {reason}</translation>
    </message>
    <message>
        <source>{name}: {reason}.</source>
        <translation>{name}: {reason}.</translation>
    </message>
    <message>
        <source>{name}: “{value}” cannot be used; it must be {rule}.</source>
        <translation>{name}: „{value}“ ist nicht möglich; zulässig: {rule}.</translation>
    </message>
    <message>
        <source>{number:,} files</source>
        <translation>{number:,} Dateien</translation>
    </message>
    <message>
        <source>{number:,} tracks</source>
        <translation>{number:,} Titel</translation>
    </message>
    <message>
        <source>{n} channels</source>
        <translation>{n} Kanäle</translation>
    </message>
    <message>
        <source>{n} estimators</source>
        <translation>{n} Schätzer</translation>
    </message>
    <message>
        <source>{n} folders</source>
        <translation>{n} Ordner</translation>
    </message>
    <message>
        <source>{n} more</source>
        <translation>noch {n}</translation>
    </message>
    <message>
        <source>{n} more cannot be shown.</source>
        <translation>{n} weitere können nicht angezeigt werden.</translation>
    </message>
    <message>
        <source>{n} of the study</source>
        <translation>{n} der Studie</translation>
    </message>
    <message>
        <source>{n} remedies</source>
        <translation>{n} Abhilfen</translation>
    </message>
    <message>
        <source>{n} warnings</source>
        <translation>{n} Warnungen</translation>
    </message>
    <message>
        <source>{n}, with rhythm and timbre</source>
        <translation>{n}, mit Rhythmus und Klangfarbe</translation>
    </message>
    <message>
        <source>{only_first} rows that {first} alone predicts correctly and {only_second} that {second} does</source>
        <translation>{only_first} Zeilen sagt nur {first} richtig vorher, {only_second} nur {second}</translation>
    </message>
    <message>
        <source>{own} models</source>
        <translation>{own} Modelle</translation>
    </message>
    <message>
        <source>{part} of each class</source>
        <translation>{part} jeder Klasse</translation>
    </message>
    <message>
        <source>{part} of {compared}</source>
        <translation>{part} von {compared}</translation>
    </message>
    <message>
        <source>{path} already holds a run; choose another folder, so that nothing is overwritten.</source>
        <translation>{path} enthält bereits einen Lauf; einen anderen Ordner wählen, damit nichts überschrieben wird.</translation>
    </message>
    <message>
        <source>{path} cannot be read ({reason}).</source>
        <translation>{path} ist nicht lesbar ({reason}).</translation>
    </message>
    <message>
        <source>{path} cannot be read as a table with a column file or clip: {reason}.</source>
        <translation>{path} ist nicht als Tabelle mit einer Spalte file oder clip lesbar: {reason}.</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}.</source>
        <translation>{path} ist nicht lesbar: {reason}.</translation>
    </message>
    <message>
        <source>{path} cannot be used ({reason}); free some space or start in another folder.</source>
        <translation>{path} ist nicht verwendbar ({reason}). Platz schaffen oder in einem anderen Ordner starten.</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}; check the folder&apos;s permissions.</source>
        <translation>{path} ist nicht beschreibbar: {reason}; die Rechte des Ordners prüfen.</translation>
    </message>
    <message>
        <source>{path} contains no grid; write an object of lists such as {example}.</source>
        <translation>{path} enthält kein Gitter; ein Objekt aus Listen schreiben, etwa {example}.</translation>
    </message>
    <message>
        <source>{path} holds a run of other settings ({names}); repeat its command, or choose another folder.</source>
        <translation>{path} enthält einen Lauf mit anderen Einstellungen ({names}). Dessen Befehl wiederholen oder einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>{path} is a file; give a folder for the run.</source>
        <translation>{path} ist eine Datei; einen Ordner für den Lauf angeben.</translation>
    </message>
    <message>
        <source>{path} is a folder, not a model file.</source>
        <translation>{path} ist ein Ordner, keine Modelldatei.</translation>
    </message>
    <message>
        <source>{path} is not JSON ({reason}); write an object such as {example}.</source>
        <translation>{path} ist kein JSON ({reason}); ein Objekt schreiben, etwa {example}.</translation>
    </message>
    <message>
        <source>{path} is not a Groovescope library, or is damaged; move it away or choose another.</source>
        <translation>{path} ist keine Groovescope-Bibliothek oder beschädigt. Verschieben oder eine andere wählen.</translation>
    </message>
    <message>
        <source>{path} is not a Groovescope library; choose another file.</source>
        <translation>{path} ist keine Groovescope-Bibliothek; eine andere Datei wählen.</translation>
    </message>
    <message>
        <source>{path} is not empty; choose another folder, so that nothing is overwritten.</source>
        <translation>{path} ist nicht leer; einen anderen Ordner wählen, damit nichts überschrieben wird.</translation>
    </message>
    <message>
        <source>{path} makes {count:,} combinations; {most:,} can be searched.</source>
        <translation>{path} ergibt {count:,} Kombinationen; durchsuchbar sind {most:,}.</translation>
    </message>
    <message>
        <source>{path} was written by a newer Groovescope (version {version} of its tables, this one knows {known}); update the program, or choose another library.</source>
        <translation>{path} stammt von einem neueren Groovescope (Version {version} der Tabellen, dieses kennt {known}). Das Programm aktualisieren oder eine andere Bibliothek wählen.</translation>
    </message>
    <message>
        <source>{path} was written by an older Groovescope; open it once where it can be written.</source>
        <translation>{path} stammt von einem älteren Groovescope; einmal dort öffnen, wo die Datei beschreibbar ist.</translation>
    </message>
    <message>
        <source>{path}: a value of “{name}” is an object; write numbers, texts or lists of numbers.</source>
        <translation>{path}: Ein Wert von „{name}“ ist ein Objekt; Zahlen, Texte oder Listen von Zahlen schreiben.</translation>
    </message>
    <message>
        <source>{path}: there is no parameter “{name}”; choose among {known}.</source>
        <translation>{path}: Es gibt keinen Parameter „{name}“. Möglich sind: {known}.</translation>
    </message>
    <message>
        <source>{path}: “{name}” cannot be “{value}”; it must be {rule}.</source>
        <translation>{path}: „{name}“ kann nicht „{value}“ sein; erlaubt ist: {rule}.</translation>
    </message>
    <message>
        <source>{path}: “{name}” is set by the search; leave it out.</source>
        <translation>{path}: „{name}“ legt die Suche fest; weglassen.</translation>
    </message>
    <message>
        <source>{percussive} percussive</source>
        <translation>{percussive} perkussiv</translation>
    </message>
    <message>
        <source>{percussive} percussive  {harmonic} harmonic</source>
        <translation>{percussive} perkussiv  {harmonic} harmonisch</translation>
    </message>
    <message>
        <source>{platform}, scaled by {scale:g}</source>
        <translation>{platform}, Skalierung {scale:g}</translation>
    </message>
    <message>
        <source>{platform}, {n_cores} cores</source>
        <translation>{platform}, {n_cores} Kerne</translation>
    </message>
    <message>
        <source>{problem} What is shown is from the library.</source>
        <translation>{problem} Angezeigt wird der Stand der Bibliothek.</translation>
    </message>
    <message>
        <source>{processes} fits at a time need about {needed:.1f} GB of memory each, and {free:.1f} GB are free; use {fewer} at a time, or leave columns or rows out.</source>
        <translation>{processes} gleichzeitige Anpassungen brauchen je etwa {needed:.1f} GB Speicher, frei sind {free:.1f} GB. Nur {fewer} gleichzeitig ausführen oder Spalten oder Zeilen weglassen.</translation>
    </message>
    <message>
        <source>{protocol} folds</source>
        <translation>{protocol}e Folds</translation>
    </message>
    <message>
        <source>{protocol}, low to high</source>
        <translation>{protocol}, Spanne</translation>
    </message>
    <message>
        <source>{range} dB</source>
        <translation>{range} dB</translation>
    </message>
    <message>
        <source>{rate:.0f} files/min</source>
        <translation>{rate:.0f} Dateien/min</translation>
    </message>
    <message>
        <source>{rate:.1f} files/s</source>
        <translation>{rate:.1f} Dateien/s</translation>
    </message>
    <message>
        <source>{reason}</source>
        <translation>{reason}</translation>
    </message>
    <message>
        <source>{reason} The shipped model is used instead; choose a model in the training tab, step Models.</source>
        <translation>{reason} Stattdessen wird das mitgelieferte Modell verwendet; ein Modell im Tab Training, Schritt Modelle, wählen.</translation>
    </message>
    <message>
        <source>{rows} rows have no label and were left out.</source>
        <translation>{rows} Zeilen haben kein Label und wurden weggelassen.</translation>
    </message>
    <message>
        <source>{rows} rows have no {name}: each counts as a group of its own.</source>
        <translation>{rows} Zeilen ohne {name}: Jede zählt als eigene Gruppe.</translation>
    </message>
    <message>
        <source>{row} ({label}, sounds like {other})</source>
        <translation>{row} ({label}, klingt wie {other})</translation>
    </message>
    <message>
        <source>{row} in {column}</source>
        <translation>{row} in {column}</translation>
    </message>
    <message>
        <source>{said} {failed} of them failed; see trials.csv in the run folder.</source>
        <translation>{said} {failed} davon fehlgeschlagen; siehe trials.csv im Laufordner.</translation>
    </message>
    <message>
        <source>{seconds:,.1f} s</source>
        <translation>{seconds:,.1f} s</translation>
    </message>
    <message>
        <source>{seconds:,} days</source>
        <translation>{seconds:,} Tage</translation>
    </message>
    <message>
        <source>{seconds:.0f} ms</source>
        <translation>{seconds:.0f} ms</translation>
    </message>
    <message>
        <source>{seconds:.0f} s left</source>
        <translation>noch {seconds:.0f} s</translation>
    </message>
    <message>
        <source>{seconds:.2f} s</source>
        <translation>{seconds:.2f} s</translation>
    </message>
    <message>
        <source>{seconds} h</source>
        <translation>{seconds} h</translation>
    </message>
    <message>
        <source>{second} by {first}</source>
        <translation>{second} gegen {first}</translation>
    </message>
    <message>
        <source>{share:.0f} % of the variance: {pulls}</source>
        <translation>{share:.0f} % der Varianz: {pulls}</translation>
    </message>
    <message>
        <source>{share:.0f} % of {label}</source>
        <translation>{share:.0f} % von {label}</translation>
    </message>
    <message>
        <source>{share} harmonic</source>
        <translation>{share} harmonisch</translation>
    </message>
    <message>
        <source>{share} predicted as {label}</source>
        <translation>{share} als {label} vorhergesagt</translation>
    </message>
    <message>
        <source>{share} predicted correctly</source>
        <translation>{share} richtig vorhergesagt</translation>
    </message>
    <message>
        <source>{sheets} saved in {path}.{left_out}</source>
        <translation>{sheets} in {path} gespeichert.{left_out}</translation>
    </message>
    <message>
        <source>{shown} and {n} more</source>
        <translation>{shown} und {n} weitere</translation>
    </message>
    <message>
        <source>{shown} of {total} columns</source>
        <translation>{shown} von {total} Spalten</translation>
    </message>
    <message>
        <source>{shown} of {total} features</source>
        <translation>{shown} von {total} Merkmalen</translation>
    </message>
    <message>
        <source>{signs}. From {start:.0f} to {end:.0f} s.</source>
        <translation>{signs}. Von {start:.0f} bis {end:.0f} s.</translation>
    </message>
    <message>
        <source>{silent} of {windows} windows are silent and have no genre.</source>
        <translation>{silent} von {windows} Fenstern sind still und haben kein Genre.</translation>
    </message>
    <message>
        <source>{skipped:,} already known</source>
        <translation>{skipped:,} bereits bekannt</translation>
    </message>
    <message>
        <source>{some} one-hot</source>
        <translation>{some} als One-hot</translation>
    </message>
    <message>
        <source>{song}: for and against {classes} ({name})</source>
        <translation>{song}: für und gegen {classes} ({name})</translation>
    </message>
    <message>
        <source>{song}: true class {true}. {in_words}{with_it}</source>
        <translation>{song}: wahre Klasse {true}. {in_words}{with_it}</translation>
    </message>
    <message>
        <source>{subject} is {amount:.1f} LU louder than {other}.</source>
        <translation>{subject} ist {amount:.1f} LU lauter als {other}.</translation>
    </message>
    <message>
        <source>{subject} is {amount:.1f} LU quieter than {other}.</source>
        <translation>{subject} ist {amount:.1f} LU leiser als {other}.</translation>
    </message>
    <message>
        <source>{summary} · less the song</source>
        <translation>{summary} · minus Stück</translation>
    </message>
    <message>
        <source>{tempo:.0f} BPM</source>
        <translation>{tempo:.0f} BPM</translation>
    </message>
    <message>
        <source>{tempo} BPM</source>
        <translation>{tempo} BPM</translation>
    </message>
    <message>
        <source>{tempo} BPM on average</source>
        <translation>durchschnittlich {tempo} BPM</translation>
    </message>
    <message>
        <source>{tempo} BPM · beats edited</source>
        <translation>{tempo} BPM · Schläge bearbeitet</translation>
    </message>
    <message>
        <source>{tempo}, ½ beat off</source>
        <translation>{tempo}, um ½ Schlag versetzt</translation>
    </message>
    <message>
        <source>{text}
Guessed from the name of the file</source>
        <translation>{text}
Aus dem Dateinamen erschlossen</translation>
    </message>
    <message>
        <source>{text} {done} of {n}</source>
        <translation>{text} {done} von {n}</translation>
    </message>
    <message>
        <source>{text} · {n_selected:,} selected</source>
        <translation>{text} · {n_selected:,} ausgewählt</translation>
    </message>
    <message>
        <source>{times:.1f} times the work of the search alone</source>
        <translation>das {times:.1f}-Fache des Aufwands der Suche allein</translation>
    </message>
    <message>
        <source>{time} s is outside the piece.</source>
        <translation>{time} s liegt außerhalb des Stücks.</translation>
    </message>
    <message>
        <source>{title} (Ctrl+{place})</source>
        <translation>{title} (Strg+{place})</translation>
    </message>
    <message>
        <source>{title} is no longer in the list. Its folder stays.</source>
        <translation>{title} steht nicht mehr in der Liste. Der Ordner bleibt.</translation>
    </message>
    <message>
        <source>{title} is now the default model.</source>
        <translation>{title} ist jetzt das Standardmodell.</translation>
    </message>
    <message>
        <source>{title} of {estimator}</source>
        <translation>{title} von {estimator}</translation>
    </message>
    <message>
        <source>{title} of {name}</source>
        <translation>{title} von {name}</translation>
    </message>
    <message>
        <source>{title} to folder</source>
        <translation>{title}, in Ordner</translation>
    </message>
    <message>
        <source>{title} was deleted.</source>
        <translation>{title} wurde gelöscht.</translation>
    </message>
    <message>
        <source>{title} was not brought back: {reason}</source>
        <translation>{title} wurde nicht wiederhergestellt: {reason}</translation>
    </message>
    <message>
        <source>{title} was not deleted: {reason}</source>
        <translation>{title} wurde nicht gelöscht: {reason}</translation>
    </message>
    <message>
        <source>{title}: no rows would be left for {part}.</source>
        <translation>{title}: Für {part} blieben keine Zeilen übrig.</translation>
    </message>
    <message>
        <source>{title}: not possible with these rows ({reason})</source>
        <translation>{title}: mit diesen Zeilen nicht möglich ({reason})</translation>
    </message>
    <message>
        <source>{title}: “{label}” would have no rows to train on.</source>
        <translation>{title}: „{label}“ hätte keine Zeilen zum Trainieren.</translation>
    </message>
    <message>
        <source>{title}{unit}
{definition}
Filter: {name}:</source>
        <translation>{title}{unit}
{definition}
Filter: {name}:</translation>
    </message>
    <message>
        <source>{to:+.0f} ms</source>
        <translation>{to:+.0f} ms</translation>
    </message>
    <message>
        <source>{total} columns</source>
        <translation>{total} Spalten</translation>
    </message>
    <message>
        <source>{total} features</source>
        <translation>{total} Merkmale</translation>
    </message>
    <message>
        <source>{tracks:,} labelled tracks were analysed before the extended features were measured and were left out: analyse them again in the library.</source>
        <translation>{tracks:,} Titel mit Label wurden analysiert, bevor die erweiterten Merkmale gemessen wurden, und wurden weggelassen: In der Bibliothek erneut analysieren.</translation>
    </message>
    <message>
        <source>{tracks} labelled tracks are not analysed and were left out.</source>
        <translation>{tracks} Titel mit Label sind nicht analysiert und wurden weggelassen.</translation>
    </message>
    <message>
        <source>{tracks} tracks have more than one of these labels and were left out.</source>
        <translation>{tracks} Titel haben mehr als eines dieser Labels und wurden weggelassen.</translation>
    </message>
    <message>
        <source>{trouble} Press to try again.</source>
        <translation>{trouble} Klicken, um es erneut zu versuchen.</translation>
    </message>
    <message>
        <source>{values:+.3f} for {classes}</source>
        <translation>{values:+.3f} für {classes}</translation>
    </message>
    <message>
        <source>{values} or {last}</source>
        <translation>{values} oder {last}</translation>
    </message>
    <message>
        <source>{value} in every row; nothing to draw.</source>
        <translation>{value} in jeder Zeile; nichts zu zeichnen.</translation>
    </message>
    <message>
        <source>{value} min</source>
        <translation>{value} min</translation>
    </message>
    <message>
        <source>{value}, {place} {genre} ({low} to {high})</source>
        <translation>{value}, {place} {genre} ({low} bis {high})</translation>
    </message>
    <message>
        <source>{verb} file {number:,} of {n_files:,}</source>
        <translation>{verb} Datei {number:,} von {n_files:,}</translation>
    </message>
    <message>
        <source>{what} could not be written</source>
        <translation>{what} nicht geschrieben</translation>
    </message>
    <message>
        <source>{what} in several spellings</source>
        <translation>{what} in mehreren Schreibweisen</translation>
    </message>
    <message>
        <source>{what} in {columns}</source>
        <translation>{what} in {columns}</translation>
    </message>
    <message>
        <source>{what} more reveal the source</source>
        <translation>{what} mehr verraten die Quelle</translation>
    </message>
    <message>
        <source>{what} named like a missing entry</source>
        <translation>{what}, benannt wie ein fehlender Eintrag</translation>
    </message>
    <message>
        <source>{what} removed from the library; the files stay on disk.</source>
        <translation>{what} aus der Bibliothek entfernt; die Dateien bleiben auf dem Datenträger.</translation>
    </message>
    <message>
        <source>{what} that this program does not measure</source>
        <translation>{what}, die dieses Programm nicht misst</translation>
    </message>
    <message>
        <source>{what} under more than one class</source>
        <translation>{what} in mehr als einer Klasse</translation>
    </message>
    <message>
        <source>{what} with a doubtful label</source>
        <translation>{what} mit zweifelhaftem Label</translation>
    </message>
    <message>
        <source>{what} with missing values</source>
        <translation>{what} mit fehlenden Werten</translation>
    </message>
    <message>
        <source>{what} with outliers</source>
        <translation>{what} mit Ausreißern</translation>
    </message>
    <message>
        <source>{which}: {name}, accuracy {number} {meaning}. {words}</source>
        <translation>{which}: {name}, Genauigkeit {number} {meaning}. {words}</translation>
    </message>
    <message>
        <source>{why} Accuracy alone {alone:.2f}, by chance {chance:.2f}.{effect}</source>
        <translation>{why} Genauigkeit allein {alone:.2f}, durch Zufall {chance:.2f}.{effect}</translation>
    </message>
    <message>
        <source>{why}, so this accuracy is too high.</source>
        <translation>{why}, daher ist diese Genauigkeit zu hoch.</translation>
    </message>
    <message>
        <source>{why}, so this accuracy may be too high.</source>
        <translation>{why}, daher ist diese Genauigkeit vielleicht zu hoch.</translation>
    </message>
    <message>
        <source>{windows} windows need {windows} x {features} features, not {shape}.</source>
        <translation>{windows} Fenster brauchen {windows} x {features} Merkmale, nicht {shape}.</translation>
    </message>
    <message>
        <source>{words} Not significant (p = {chance:.2f}).</source>
        <translation>{words} Nicht signifikant (p = {chance:.2f}).</translation>
    </message>
    <message>
        <source>{words} Significant (p = {chance:.2g}).</source>
        <translation>{words} Signifikant (p = {chance:.2g}).</translation>
    </message>
    <message>
        <source>{words} Where a model was fitted on these rows, rely on its held-out score instead.</source>
        <translation>{words} Wurde ein Modell auf diesen Zeilen angepasst, gilt stattdessen sein Wert auf zurückgehaltenen Zeilen.</translation>
    </message>
    <message>
        <source>{words} … ({n} sections)</source>
        <translation>{words} … ({n} Abschnitte)</translation>
    </message>
    <message>
        <source>{words}, as a whole</source>
        <translation>{words}, im Ganzen</translation>
    </message>
    <message>
        <source>{words}, from frame to frame</source>
        <translation>{words}, von Abschnitt zu Abschnitt</translation>
    </message>
    <message>
        <source>{words}, stopped before the end</source>
        <translation>{words}, vorzeitig angehalten</translation>
    </message>
    <message>
        <source>± deviation</source>
        <translation>± Abweichung</translation>
    </message>
    <message>
        <source>± standard deviation over {folds}, {lowest:.2f} to {highest:.2f}</source>
        <translation>± Standardabweichung über {folds}, {lowest:.2f} bis {highest:.2f}</translation>
    </message>
    <message>
        <source>½ beat</source>
        <translation>½ Schlag</translation>
    </message>
    <message>
        <source>½ beat off</source>
        <translation>um ½ versetzt</translation>
    </message>
    <message>
        <source>×2 (&amp;double)</source>
        <translation>×2 (&amp;doppelt)</translation>
    </message>
    <message>
        <source>×3⁄2 (three &amp;halves)</source>
        <translation>×3⁄2 (d&amp;rei Halbe)</translation>
    </message>
    <message>
        <source>×½ (&amp;half)</source>
        <translation>×½ (&amp;halb)</translation>
    </message>
    <message>
        <source>×⅔ (&amp;two thirds)</source>
        <translation>×⅔ (&amp;zwei Drittel)</translation>
    </message>
    <message>
        <source>– none –</source>
        <translation>– keiner –</translation>
    </message>
    <message>
        <source>“-” excludes</source>
        <translation>„-“ schließt aus</translation>
    </message>
    <message>
        <source>“Make default” classifies clips and the library with it.</source>
        <translation>„Als Standard“ klassifiziert Clips und die Bibliothek damit.</translation>
    </message>
    <message>
        <source>“beats” where these were edited in the clip tab</source>
        <translation>„beats“, wenn die Schläge im Clip-Tab bearbeitet wurden</translation>
    </message>
    <message>
        <source>“is:{state}” is unknown; use {states}, labelled, unlabelled, edited, duplicate, near-duplicate or outside.</source>
        <translation>„is:{state}“ ist unbekannt. Möglich sind {states}, labelled, unlabelled, edited, duplicate, near-duplicate oder outside.</translation>
    </message>
    <message>
        <source>“{column}” is infinite in {rows} rows (first row {first}): taken as missing.</source>
        <translation>„{column}“ ist in {rows} Zeilen unendlich (zuerst in Zeile {first}): gilt als fehlend.</translation>
    </message>
    <message>
        <source>“{column}” is the column of the {role} and cannot be taken as one-hot columns as well.</source>
        <translation>„{column}“ dient schon als Spalte ({role}) und ist nicht zugleich als One-Hot-Spalten verwendbar.</translation>
    </message>
    <message>
        <source>“{column}” is too large to compute with in {rows:,} rows (first {number:g} in row {first}): taken as missing.</source>
        <translation>„{column}“ ist in {rows:,} Zeilen zu groß zum Rechnen (zuerst {number:g} in Zeile {first}): gilt als fehlend.</translation>
    </message>
    <message>
        <source>“{column}” is written with grouped thousands: “{text}” is read as {number:.12g}.</source>
        <translation>„{column}“ ist mit Tausendertrennung geschrieben: „{text}“ wird als {number:.12g} gelesen.</translation>
    </message>
    <message>
        <source>“{column}” is {number:g} in row {first}, too large to compute with: taken as missing.</source>
        <translation>„{column}“ ist {number:g} in Zeile {first}, zu groß zum Rechnen: gilt als fehlend.</translation>
    </message>
    <message>
        <source>“{entry}” cannot be read: {reason}.</source>
        <translation>„{entry}“ ist nicht lesbar: {reason}.</translation>
    </message>
    <message>
        <source>“{entry}” is no setting; write for example mlp.alpha=0.1.</source>
        <translation>„{entry}“ ist keine Einstellung; zum Beispiel mlp.alpha=0.1 schreiben.</translation>
    </message>
    <message>
        <source>“{entry}”: {key} is not among the estimators that are trained: {trained}.</source>
        <translation>„{entry}“: {key} gehört nicht zu den trainierten Schätzern: {trained}.</translation>
    </message>
    <message>
        <source>“{label}” has 1 {what}, too few for {folds} {protocol} folds; leave the class out, or add to it.</source>
        <translation>„{label}“: 1 × {what}, zu wenig für {folds} Folds ({protocol}). Die Klasse weglassen oder ergänzen.</translation>
    </message>
    <message>
        <source>“{label}” has fewer than {folds} artists, too few for {folds} artist-grouped folds.</source>
        <translation>„{label}“ hat weniger als {folds} Interpreten, zu wenige für {folds} nach Interpreten gruppierte Folds.</translation>
    </message>
    <message>
        <source>“{label}” has {count} {what}s, too few for {folds} {protocol} folds; leave the class out, or add to it.</source>
        <translation>„{label}“: {count} × {what}, zu wenig für {folds} Folds ({protocol}). Die Klasse weglassen oder ergänzen.</translation>
    </message>
    <message>
        <source>“{label}” has {count} {what}s, too few for {folds} {protocol} folds; use {count} folds, or leave the class out.</source>
        <translation>„{label}“: {count} × {what}, zu wenig für {folds} Folds ({protocol}). {count} Folds verwenden oder die Klasse weglassen.</translation>
    </message>
    <message>
        <source>“{name}” cannot be read: {reason}</source>
        <translation>„{name}“ ist nicht lesbar: {reason}</translation>
    </message>
    <message>
        <source>“{name}” holds no finished fit.</source>
        <translation>„{name}“ enthält keine fertige Anpassung.</translation>
    </message>
    <message>
        <source>“{name}” holds no record of an experiment.</source>
        <translation>„{name}“ enthält keine Aufzeichnung eines Experiments.</translation>
    </message>
    <message>
        <source>“{name}” is being trained in another window or program.</source>
        <translation>„{name}“ wird gerade in einem anderen Fenster oder Programm trainiert.</translation>
    </message>
    <message>
        <source>“{name}” is damaged: its {file} cannot be read.</source>
        <translation>„{name}“ ist beschädigt: {file} ist nicht lesbar.</translation>
    </message>
    <message>
        <source>“{name}” is not there; playing through the system&apos;s default device.</source>
        <translation>„{name}“ ist nicht da; Wiedergabe über das Standardgerät des Systems.</translation>
    </message>
    <message>
        <source>“{name}” reveals the source</source>
        <translation>„{name}“ verrät die Quelle</translation>
    </message>
    <message>
        <source>“{name}” was begun with {before}, and its fits would not go with those of {now}: train again.</source>
        <translation>„{name}“ wurde mit {before} begonnen; die Anpassungen würden nicht zu denen von {now} passen: neu trainieren.</translation>
    </message>
    <message>
        <source>“{name}” was made by a newer version.</source>
        <translation>„{name}“ stammt von einer neueren Version.</translation>
    </message>
    <message>
        <source>“{name}” was made on other data, or on the same with other changes.</source>
        <translation>„{name}“ entstand mit anderen Daten oder mit denselben bei anderen Änderungen.</translation>
    </message>
    <message>
        <source>“{remedy}” would leave fewer than two classes; keep some of these rows.</source>
        <translation>„{remedy}“ ließe weniger als zwei Klassen übrig; einige dieser Zeilen behalten.</translation>
    </message>
    <message>
        <source>“{remedy}” would leave no feature column; keep at least one.</source>
        <translation>„{remedy}“ ließe keine Merkmalsspalte übrig; mindestens eine behalten.</translation>
    </message>
    <message>
        <source>“{task}” is running. Cancel it first.</source>
        <translation>„{task}“ läuft. Zuerst abbrechen.</translation>
    </message>
    <message>
        <source>“{text}” is no split; write hundredths for train, valid and test, as 80/10/10 or 80/0/20.</source>
        <translation>„{text}“ ist keine Aufteilung; Prozentwerte für train, valid und test schreiben, etwa 80/10/10 oder 80/0/20.</translation>
    </message>
    <message>
        <source>“{text}” is not a tempo. Enter {slowest:.0f} to {fastest:.0f} BPM, such as 121.5.</source>
        <translation>„{text}“ ist kein Tempo. {slowest:.0f} bis {fastest:.0f} BPM eingeben, etwa 121,5.</translation>
    </message>
    <message>
        <source>“{text}” selects no columns; write none, variance:0.01 (the least variance), mutual:20 or recursive:20 (how many columns to keep).</source>
        <translation>„{text}“ wählt keine Spalten aus; none, variance:0.01 (kleinste Varianz), mutual:20 oder recursive:20 (Zahl der behaltenen Spalten) schreiben.</translation>
    </message>
    <message>
        <source>“{value}” is a length; {column} is a plain number.</source>
        <translation>„{value}“ ist eine Länge; {column} ist eine reine Zahl.</translation>
    </message>
    <message>
        <source>“{value}” is not a key; write key:Am, key:&quot;E minor&quot;, key:8A, or key:~Am for compatible keys.</source>
        <translation>„{value}“ ist keine Tonart; key:Am, key:&quot;E minor&quot;, key:8A oder, für passende Tonarten, key:~Am schreiben.</translation>
    </message>
    <message>
        <source>“{value}” is not a number for {column}; write {column}:120, {column}:120-130 or {column}:&gt;120.</source>
        <translation>„{value}“ ist keine Zahl für {column}; {column}:120, {column}:120-130 oder {column}:&gt;120 schreiben.</translation>
    </message>
    <message>
        <source>“{value}” is too large.</source>
        <translation>„{value}“ ist zu groß.</translation>
    </message>
    <message>
        <source>−, or drag the gap below a lane</source>
        <translation>− oder den Spalt unter einer Spur ziehen</translation>
    </message>
    <message>
        <source>−{ms} ms</source>
        <translation>−{ms} ms</translation>
    </message>
    <message>
        <source>▸ click to unfold</source>
        <translation>▸ zum Ausklappen klicken</translation>
    </message>
</context>
</TS>
