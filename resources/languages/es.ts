<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>
{sure}: among these readings of the tempo</source>
        <translation>
{sure}: entre estas lecturas del tempo</translation>
    </message>
    <message>
        <source> (first: {failures})</source>
        <translation> (primero: {failures})</translation>
    </message>
    <message>
        <source> Against: {against}.</source>
        <translation> En contra: {against}.</translation>
    </message>
    <message>
        <source> Also left out: {left_out} rows of its group.</source>
        <translation> También excluidas: {left_out} filas de su grupo.</translation>
    </message>
    <message>
        <source> Best so far: {mean:.4f} on 1 fold.</source>
        <translation> Mejor hasta ahora: {mean:.4f} en 1 partición.</translation>
    </message>
    <message>
        <source> Best so far: {mean:.4f} on {n_folds} folds.</source>
        <translation> Mejor hasta ahora: {mean:.4f} en {n_folds} particiones.</translation>
    </message>
    <message>
        <source> Best: {best}.</source>
        <translation> Mejor: {best}.</translation>
    </message>
    <message>
        <source> Click a dot to play its song.</source>
        <translation> Haga clic en un punto para reproducir su canción.</translation>
    </message>
    <message>
        <source> Columns affected: {obstacles}.</source>
        <translation> Columnas afectadas: {obstacles}.</translation>
    </message>
    <message>
        <source> Correlation {correlation:.2f}.</source>
        <translation> Correlación {correlation:.2f}.</translation>
    </message>
    <message>
        <source> For: {speaking}.</source>
        <translation> A favor: {speaking}.</translation>
    </message>
    <message>
        <source> Held out in training: {accuracy:.2f} ({protocol}).</source>
        <translation> En filas reservadas durante el entrenamiento: {accuracy:.2f} ({protocol}).</translation>
    </message>
    <message>
        <source> It has no probabilities of its own; they are calibrated when it is saved, which can change predictions, so it is scored again.</source>
        <translation> No tiene probabilidades propias; se calibran al guardarlo, lo que puede cambiar predicciones, así que se puntúa de nuevo.</translation>
    </message>
    <message>
        <source> Left out: {left_out:,} rows with a label that one model lacks.</source>
        <translation> Excluidas: {left_out:,} filas con una etiqueta que falta en un modelo.</translation>
    </message>
    <message>
        <source> No row has both numbers.</source>
        <translation> Ninguna fila tiene ambos números.</translation>
    </message>
    <message>
        <source> Not examined by the doctor; the model will say so.</source>
        <translation> No examinado por el doctor; el modelo lo indicará.</translation>
    </message>
    <message>
        <source> Not on this computer: {n_tracks:,}.</source>
        <translation> No están en este equipo: {n_tracks:,}.</translation>
    </message>
    <message>
        <source> Nothing to write is known of {n_unknown:,}.</source>
        <translation> Sin datos que escribir: {n_unknown:,}.</translation>
    </message>
    <message>
        <source> Quick forest: accuracy {whole:.2f} with it, {less:.2f} without.</source>
        <translation> Bosque rápido: exactitud {whole:.2f} con ella, {less:.2f} sin ella.</translation>
    </message>
    <message>
        <source> The shipped model is the default again.</source>
        <translation> El modelo incluido vuelve a ser el predeterminado.</translation>
    </message>
    <message>
        <source> and of {n} more</source>
        <translation> y de {n} más</translation>
    </message>
    <message>
        <source> and {n} more</source>
        <translation> y {n} más</translation>
    </message>
    <message>
        <source> of {n_trees:,}</source>
        <translation> de {n_trees:,}</translation>
    </message>
    <message>
        <source> percent</source>
        <translation> por ciento</translation>
    </message>
    <message>
        <source> to {high:g}</source>
        <translation> hasta {high:g}</translation>
    </message>
    <message>
        <source> {n:,} more failed.</source>
        <translation> Fallos adicionales: {n:,}.</translation>
    </message>
    <message>
        <source> {n_drawn:,} of {n_rows:,} rows are drawn.</source>
        <translation> Se dibujan {n_drawn:,} de {n_rows:,} filas.</translation>
    </message>
    <message>
        <source> · own settings of {estimator}{more}</source>
        <translation> · configuración propia de {estimator}{more}</translation>
    </message>
    <message>
        <source> · {tempo} BPM</source>
        <translation> · {tempo} BPM</translation>
    </message>
    <message>
        <source> · {what} selected, {start} to {end}</source>
        <translation> · {what} en la selección, de {start} a {end}</translation>
    </message>
    <message>
        <source>% of each class</source>
        <translation>% de cada clase</translation>
    </message>
    <message>
        <source>&amp;About Groovescope</source>
        <translation>&amp;Acerca de Groovescope</translation>
    </message>
    <message>
        <source>&amp;Add beat at playhead</source>
        <translation>Añadir pulso en el &amp;cabezal</translation>
    </message>
    <message>
        <source>&amp;Analyse clip again</source>
        <translation>Anali&amp;zar clip de nuevo</translation>
    </message>
    <message>
        <source>&amp;Arrange lanes, spectrogram…</source>
        <translation>&amp;Organizar carriles, espectrograma…</translation>
    </message>
    <message>
        <source>&amp;Back 5 seconds</source>
        <translation>R&amp;etroceder 5 segundos</translation>
    </message>
    <message>
        <source>&amp;Beats</source>
        <translation>&amp;Pulsos</translation>
    </message>
    <message>
        <source>&amp;Clip</source>
        <translation>&amp;Clip</translation>
    </message>
    <message>
        <source>&amp;Close clip</source>
        <translation>Cerrar cli&amp;p</translation>
    </message>
    <message>
        <source>&amp;Copy rows</source>
        <translation>Co&amp;piar filas</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Oscuro</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Editar</translation>
    </message>
    <message>
        <source>&amp;Edit beats</source>
        <translation>&amp;Editar pulsos</translation>
    </message>
    <message>
        <source>&amp;Edit title, BPM, key…</source>
        <translation>&amp;Editar título, BPM, tonalidad…</translation>
    </message>
    <message>
        <source>&amp;Export tables…</source>
        <translation>&amp;Exportar tablas…</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;Forward 5 seconds</source>
        <translation>&amp;Avanzar 5 segundos</translation>
    </message>
    <message>
        <source>&amp;Guide</source>
        <translation>&amp;Guía</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;yuda</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>&amp;Historial</translation>
    </message>
    <message>
        <source>&amp;Keep playhead in view</source>
        <translation>Cabezal siempre &amp;visible</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Teclas</translation>
    </message>
    <message>
        <source>&amp;Lanes</source>
        <translation>Ca&amp;rriles</translation>
    </message>
    <message>
        <source>&amp;Library</source>
        <translation>&amp;Biblioteca</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Claro</translation>
    </message>
    <message>
        <source>&amp;Log folder</source>
        <translation>Carpeta del &amp;registro</translation>
    </message>
    <message>
        <source>&amp;Loop selection</source>
        <translation>&amp;Bucle de la selección</translation>
    </message>
    <message>
        <source>&amp;Metre</source>
        <translation>Mé&amp;trica</translation>
    </message>
    <message>
        <source>&amp;Mute</source>
        <translation>Si&amp;lenciar</translation>
    </message>
    <message>
        <source>&amp;Next clip in queue</source>
        <translation>Clip sig&amp;uiente de la cola</translation>
    </message>
    <message>
        <source>&amp;Open in clip tab</source>
        <translation>&amp;Abrir en la pestaña Clip</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Abrir…</translation>
    </message>
    <message>
        <source>&amp;Play or pause</source>
        <translation>&amp;Reproducir o pausar</translation>
    </message>
    <message>
        <source>&amp;Playback</source>
        <translation>&amp;Reproducción</translation>
    </message>
    <message>
        <source>&amp;Previous clip in queue</source>
        <translation>Clip an&amp;terior de la cola</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rehacer</translation>
    </message>
    <message>
        <source>&amp;Redo: {redo}</source>
        <translation>&amp;Rehacer: {redo}</translation>
    </message>
    <message>
        <source>&amp;Reset beats</source>
        <translation>Restablecer p&amp;ulsos</translation>
    </message>
    <message>
        <source>&amp;Tap along</source>
        <translation>&amp;Marcar al ritmo</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>Te&amp;ma</translation>
    </message>
    <message>
        <source>&amp;Training</source>
        <translation>E&amp;ntrenamiento</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Deshacer</translation>
    </message>
    <message>
        <source>&amp;Undo: {undo}</source>
        <translation>&amp;Deshacer: {undo}</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;Write tags…</source>
        <translation>Escribir &amp;metadatos…</translation>
    </message>
    <message>
        <source>&amp;{beats} beats</source>
        <translation>&amp;{beats} pulsos</translation>
    </message>
    <message>
        <source>+ speaks for the genre, {minus} against it, in per cent of probability</source>
        <translation>+ a favor del género, {minus} en contra, en tanto por ciento de probabilidad</translation>
    </message>
    <message>
        <source>+, or drag the gap below a lane</source>
        <translation>+, o arrastrar el hueco bajo un carril</translation>
    </message>
    <message>
        <source>+{ms} ms</source>
        <translation>+{ms} ms</translation>
    </message>
    <message>
        <source>, elsewhere</source>
        <translation>, en otro lugar</translation>
    </message>
    <message>
        <source>, grouped by {value}</source>
        <translation>, agrupada por {value}</translation>
    </message>
    <message>
        <source>, other values</source>
        <translation>, otros valores</translation>
    </message>
    <message>
        <source>, {n_batches} more in the queue</source>
        <translation>, {n_batches} más en la cola</translation>
    </message>
    <message>
        <source>, {outer_folds} outer folds</source>
        <translation>, {outer_folds} particiones externas</translation>
    </message>
    <message>
        <source>. No audio: a row of a table.</source>
        <translation>. Sin audio: una fila de una tabla.</translation>
    </message>
    <message>
        <source>0 dB</source>
        <translation>0 dB</translation>
    </message>
    <message>
        <source>1 beat changes</source>
        <translation>1 pulso cambia</translation>
    </message>
    <message>
        <source>1 comment line was passed over.</source>
        <translation>Se omitió 1 línea de comentario.</translation>
    </message>
    <message>
        <source>1 damaged piece of the file could not be decoded and left no sound.</source>
        <translation>No se pudo descodificar 1 fragmento dañado del archivo, que quedó sin sonido.</translation>
    </message>
    <message>
        <source>1 file</source>
        <translation>1 archivo</translation>
    </message>
    <message>
        <source>1 file in the queue</source>
        <translation>1 archivo en la cola</translation>
    </message>
    <message>
        <source>1 file is missing.</source>
        <translation>Falta 1 archivo.</translation>
    </message>
    <message>
        <source>1 file with other contents is analysed: its audio will tell.</source>
        <translation>Se analiza 1 archivo con otro contenido: su audio lo aclarará.</translation>
    </message>
    <message>
        <source>1 fold</source>
        <translation>1 partición</translation>
    </message>
    <message>
        <source>1 folder</source>
        <translation>1 carpeta</translation>
    </message>
    <message>
        <source>1 labelled track was analysed before the extended features were measured and was left out: analyse it again in the library.</source>
        <translation>1 pista etiquetada se analizó antes de medirse las características ampliadas y se excluyó: vuelva a analizarla en la biblioteca.</translation>
    </message>
    <message>
        <source>1 model</source>
        <translation>1 modelo</translation>
    </message>
    <message>
        <source>1 of {count} features differs from librosa {version} by more than its tolerance: {names}.</source>
        <translation>1 de {count} características difiere de librosa {version} más de lo tolerado: {names}.</translation>
    </message>
    <message>
        <source>1 remedy</source>
        <translation>1 remedio</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 fila</translation>
    </message>
    <message>
        <source>1 row is a copy of another</source>
        <translation>1 fila es copia de otra</translation>
    </message>
    <message>
        <source>1 row is a near copy of another</source>
        <translation>1 fila es copia aproximada de otra</translation>
    </message>
    <message>
        <source>1 run</source>
        <translation>1 ejecución</translation>
    </message>
    <message>
        <source>1 sample is not a finite number and is taken as silence.</source>
        <translation>1 muestra no es un número finito y se toma como silencio.</translation>
    </message>
    <message>
        <source>1 song</source>
        <translation>1 canción</translation>
    </message>
    <message>
        <source>1 song sheet</source>
        <translation>1 ficha de canción</translation>
    </message>
    <message>
        <source>1 track</source>
        <translation>1 pista</translation>
    </message>
    <message>
        <source>1 track was analysed by an earlier version and keeps its genre. Analyse it again to classify it with “{title}”.</source>
        <translation>1 pista se analizó con una versión anterior y conserva su género. Analícela de nuevo para clasificarla con «{title}».</translation>
    </message>
    <message>
        <source>1 warning</source>
        <translation>1 advertencia</translation>
    </message>
    <message>
        <source>150 rounds of trees with 15 leaves, a third of the columns a split</source>
        <translation>150 rondas de árboles de 15 hojas, un tercio de las columnas por división</translation>
    </message>
    <message>
        <source>500 trees of depth 10, at least 20 rows a leaf</source>
        <translation>500 árboles de profundidad 10, al menos 20 filas por hoja</translation>
    </message>
    <message>
        <source>500 trees with random thresholds</source>
        <translation>500 árboles con umbrales aleatorios</translation>
    </message>
    <message>
        <source>700 rounds of trees of depth 3, half of the rows a round; the study&apos;s choice</source>
        <translation>700 rondas de árboles de profundidad 3, la mitad de las filas por ronda; la elección del estudio</translation>
    </message>
    <message>
        <source>; groups can also be “folder” or “duplicates”, or come from a second table</source>
        <translation>; los grupos también pueden ser «folder» o «duplicates», o venir de una segunda tabla</translation>
    </message>
    <message>
        <source>; {name} beside it has one: give it as the table of groups</source>
        <translation>; {name}, en la misma carpeta, tiene una: indíquela como tabla de grupos</translation>
    </message>
    <message>
        <source>A batch is running. Cancel it or wait until it has finished, then change the library.</source>
        <translation>Hay un lote en curso. Cancélelo o espere a que termine y cambie después de biblioteca.</translation>
    </message>
    <message>
        <source>A beat cannot pass its neighbours.</source>
        <translation>Un pulso no puede sobrepasar a los contiguos.</translation>
    </message>
    <message>
        <source>A fit on {rows:,} rows of {columns:,} columns needs about {needed:.1f} GB of memory, and {free:.1f} GB are free; leave columns out, or train on a part of the rows.</source>
        <translation>Un ajuste con {rows:,} filas y {columns:,} columnas necesita unos {needed:.1f} GB de memoria y hay {free:.1f} GB libres; excluya columnas o entrene con una parte de las filas.</translation>
    </message>
    <message>
        <source>A folder of audio has no columns of text: leave --one-hot out, or give a table.</source>
        <translation>Una carpeta de audio no tiene columnas de texto: omita --one-hot o indique una tabla.</translation>
    </message>
    <message>
        <source>A label needs at least one character.</source>
        <translation>Una etiqueta necesita al menos un carácter.</translation>
    </message>
    <message>
        <source>A model reads {most:,} columns at most, and these data have {columns:,}: leave columns out before training.</source>
        <translation>Un modelo lee como máximo {most:,} columnas, y estos datos tienen {columns:,}: excluya columnas antes de entrenar.</translation>
    </message>
    <message>
        <source>A model that was not trained on these rows predicts another class with confidence: {listed}. It may be wrong; listen before leaving them out.</source>
        <translation>Un modelo que no se entrenó con estas filas predice otra clase con seguridad: {listed}. Puede equivocarse; escuche antes de excluirlas.</translation>
    </message>
    <message>
        <source>A quick model</source>
        <translation>Un modelo rápido</translation>
    </message>
    <message>
        <source>A quotation mark is missing: write &quot;two words&quot; with one at each end.</source>
        <translation>Falta una comilla: escriba &quot;dos palabras&quot; con una en cada extremo.</translation>
    </message>
    <message>
        <source>A run that a command wrote with --out</source>
        <translation>Una ejecución que un comando escribió con --out</translation>
    </message>
    <message>
        <source>A table has features of its own: leave --features out, or give a folder of audio.</source>
        <translation>Una tabla tiene características propias: omita --features o indique una carpeta de audio.</translation>
    </message>
    <message>
        <source>A table of features with a label in each row (CSV, Parquet), or a folder with a subfolder for each class. The doctor then looks for copies, columns that reveal the source and other faults.</source>
        <translation>Una tabla de características con una etiqueta en cada fila (CSV, Parquet) o una carpeta con una subcarpeta para cada clase. El doctor busca después copias, columnas que delatan el origen y otros defectos.</translation>
    </message>
    <message>
        <source>A time or tempo is not a number.</source>
        <translation>Un tiempo o un tempo no es un número.</translation>
    </message>
    <message>
        <source>A track has no file on this computer.</source>
        <translation>Una pista no tiene archivo en este equipo.</translation>
    </message>
    <message>
        <source>A value is more than {far:g} robust standard deviations from the median: {listed}. Often unusual music, sometimes a damaged file; listen before leaving them out.</source>
        <translation>Un valor está a más de {far:g} desviaciones estándar robustas de la mediana: {listed}. A menudo es música poco común, a veces un archivo dañado; escuche antes de excluirlas.</translation>
    </message>
    <message>
        <source>A worker cannot import {package}; install this version of Groovescope on all machines and start the workers from where Python finds it.</source>
        <translation>Un proceso de trabajo no puede importar {package}; instale esta versión de Groovescope en todos los equipos e inicie los procesos donde Python la encuentre.</translation>
    </message>
    <message>
        <source>A worker runs Groovescope {version} ({recipe}), this is {our_version} ({our_recipe}); install the same version on all machines.</source>
        <translation>Un proceso de trabajo usa Groovescope {version} ({recipe}) y este programa es {our_version} ({our_recipe}); instale la misma versión en todos los equipos.</translation>
    </message>
    <message>
        <source>A&amp;ccept proposal</source>
        <translation>Aceptar pr&amp;opuesta</translation>
    </message>
    <message>
        <source>About Groovescope</source>
        <translation>Acerca de Groovescope</translation>
    </message>
    <message>
        <source>Above</source>
        <translation>Mayor que</translation>
    </message>
    <message>
        <source>Accept (Return)</source>
        <translation>Aceptar (Intro)</translation>
    </message>
    <message>
        <source>Accept proposal</source>
        <translation>Aceptar propuesta</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Exactitud</translation>
    </message>
    <message>
        <source>Accuracy to expect: {number} ({how}). The search&apos;s own best, {searched:.3f}, {gap}.</source>
        <translation>Exactitud esperable: {number} ({how}). La mejor de la propia búsqueda, {searched:.3f}, {gap}.</translation>
    </message>
    <message>
        <source>Accuracy ± SD</source>
        <translation>Exactitud ± DE</translation>
    </message>
    <message>
        <source>Accuracy, macro precision, recall and F1, {protocol} folds</source>
        <translation>Exactitud, precisión, exhaustividad y F1 macro, particiones {protocol}</translation>
    </message>
    <message>
        <source>Accuracy, mean ± standard deviation over the folds</source>
        <translation>Exactitud, media ± desviación estándar entre particiones</translation>
    </message>
    <message>
        <source>Across</source>
        <translation>Horizontal</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Add &amp;folder…</source>
        <translation>Añadir &amp;carpeta…</translation>
    </message>
    <message>
        <source>Add a {suffix} file; or drop it here</source>
        <translation>Añada un archivo {suffix} o suéltelo aquí</translation>
    </message>
    <message>
        <source>Add beat at {time}</source>
        <translation>Añadir pulso en {time}</translation>
    </message>
    <message>
        <source>Add beat here</source>
        <translation>Añadir pulso aquí</translation>
    </message>
    <message>
        <source>Add border here</source>
        <translation>Añadir límite aquí</translation>
    </message>
    <message>
        <source>Add f&amp;iles…</source>
        <translation>Añadir arch&amp;ivos…</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>Añadir archivos</translation>
    </message>
    <message>
        <source>Add files or folders to the library</source>
        <translation>Añadir archivos o carpetas a la biblioteca</translation>
    </message>
    <message>
        <source>Add files to library</source>
        <translation>Añadir archivos a la biblioteca</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Añadir archivos…</translation>
    </message>
    <message>
        <source>Add folder</source>
        <translation>Añadir carpeta</translation>
    </message>
    <message>
        <source>Add folder to library</source>
        <translation>Añadir carpeta a la biblioteca</translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation>Añadir carpeta…</translation>
    </message>
    <message>
        <source>Add label</source>
        <translation>Añadir etiqueta</translation>
    </message>
    <message>
        <source>Add model file</source>
        <translation>Añadir archivo de modelo</translation>
    </message>
    <message>
        <source>Add model file…</source>
        <translation>Añadir modelo…</translation>
    </message>
    <message>
        <source>Add section border</source>
        <translation>Añadir límite de sección</translation>
    </message>
    <message>
        <source>Add the best to the baselines</source>
        <translation>Añadir la mejor a Referencia</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Añadido</translation>
    </message>
    <message>
        <source>Address of Dask scheduler</source>
        <translation>Dirección del planificador de Dask</translation>
    </message>
    <message>
        <source>Address of a Dask scheduler, such as tcp://10.0.0.5:8786</source>
        <translation>Dirección de un planificador de Dask, por ejemplo tcp://10.0.0.5:8786</translation>
    </message>
    <message>
        <source>Album</source>
        <translation>Álbum</translation>
    </message>
    <message>
        <source>Album, from the file&apos;s tags or edited</source>
        <translation>Álbum, según los metadatos del archivo o editado</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>All audio files in it and its subfolders are analysed. Then sort, filter by tempo, key or sound, find similar tracks and add labels.</source>
        <translation>Se analizan todos los archivos de audio que contiene, también en subcarpetas. Después podrá ordenar, filtrar por tempo, tonalidad o sonido, buscar pistas similares y añadir etiquetas.</translation>
    </message>
    <message>
        <source>All classes</source>
        <translation>Todas las clases</translation>
    </message>
    <message>
        <source>All conditions must match. Case and accents are ignored.</source>
        <translation>Deben cumplirse todas las condiciones. No se distinguen mayúsculas ni acentos.</translation>
    </message>
    <message>
        <source>All features</source>
        <translation>Características</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>All four metrics</source>
        <translation>Las cuatro métricas</translation>
    </message>
    <message>
        <source>All settings are the same.</source>
        <translation>La configuración es la misma.</translation>
    </message>
    <message>
        <source>All {count} features agree with librosa {version} within their tolerances.</source>
        <translation>Las {count} características coinciden con librosa {version} dentro de sus tolerancias.</translation>
    </message>
    <message>
        <source>All {count} features of {all} that both have a number for agree with librosa {version} within their tolerances.</source>
        <translation>Las {count} características de {all} con valor en ambos coinciden con librosa {version} dentro de sus tolerancias.</translation>
    </message>
    <message>
        <source>Allowed</source>
        <translation>Permitido</translation>
    </message>
    <message>
        <source>Also in {path}</source>
        <translation>También en {path}</translation>
    </message>
    <message>
        <source>Alt+Down, or drag the lane</source>
        <translation>Alt+Abajo, o arrastrar el carril</translation>
    </message>
    <message>
        <source>Alt+Up, or drag the lane</source>
        <translation>Alt+Arriba, o arrastrar el carril</translation>
    </message>
    <message>
        <source>An export is running. Wait until it has finished.</source>
        <translation>Hay una exportación en curso. Espere a que termine.</translation>
    </message>
    <message>
        <source>Anal&amp;yse again</source>
        <translation>Anali&amp;zar de nuevo</translation>
    </message>
    <message>
        <source>Analyse again</source>
        <translation>Analizar de nuevo</translation>
    </message>
    <message>
        <source>Analyse all failed files again</source>
        <translation>Analizar de nuevo todos los archivos fallidos</translation>
    </message>
    <message>
        <source>Analyse the queued files</source>
        <translation>Analizar los archivos de la cola</translation>
    </message>
    <message>
        <source>Analyse the selected files again</source>
        <translation>Analizar de nuevo los archivos seleccionados</translation>
    </message>
    <message>
        <source>Analysed</source>
        <translation>Analizado</translation>
    </message>
    <message>
        <source>Analysing</source>
        <translation>Analizando</translation>
    </message>
    <message>
        <source>Analysing the first tracks</source>
        <translation>Analizando las primeras pistas</translation>
    </message>
    <message>
        <source>Analysing {name}</source>
        <translation>Analizando {name}</translation>
    </message>
    <message>
        <source>Analysing {settled:,} of {total:,}</source>
        <translation>Analizando {settled:,} de {total:,}</translation>
    </message>
    <message>
        <source>Analysing…</source>
        <translation>Analizando…</translation>
    </message>
    <message>
        <source>Analysis cancelled.</source>
        <translation>Análisis cancelado.</translation>
    </message>
    <message>
        <source>Analysis stopped. What it has found is kept.</source>
        <translation>Análisis detenido. Se conserva lo encontrado.</translation>
    </message>
    <message>
        <source>Annotations of {songs} saved in {path}.{unknown}</source>
        <translation>Anotaciones de {songs} guardadas en {path}.{unknown}</translation>
    </message>
    <message>
        <source>Annotations saved in {path}.</source>
        <translation>Anotaciones guardadas en {path}.</translation>
    </message>
    <message>
        <source>Another run is writing into {folder}; wait for it or use another folder.</source>
        <translation>Otra ejecución está escribiendo en {folder}; espere a que termine o use otra carpeta.</translation>
    </message>
    <message>
        <source>Another window or run is analysing into {path}; wait for it, or use another library.</source>
        <translation>Otra ventana o ejecución está analizando en {path}; espere a que termine o use otra biblioteca.</translation>
    </message>
    <message>
        <source>Another window or run is searching into {folder}; wait for it, or use another folder.</source>
        <translation>Otra ventana o ejecución está buscando en {folder}; espere a que termine o use otra carpeta.</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Aplicar</translation>
    </message>
    <message>
        <source>Areas under the curves</source>
        <translation>Áreas bajo las curvas</translation>
    </message>
    <message>
        <source>Areas under the curves of each class</source>
        <translation>Áreas bajo las curvas de cada clase</translation>
    </message>
    <message>
        <source>Arrange lanes, spectrogram (Shift+L)</source>
        <translation>Organizar carriles, espectrograma (Mayús+L)</translation>
    </message>
    <message>
        <source>Artist</source>
        <translation>Artista</translation>
    </message>
    <message>
        <source>Artist, from the file&apos;s tags or edited</source>
        <translation>Artista, según los metadatos del archivo o editado</translation>
    </message>
    <message>
        <source>As found</source>
        <translation>Estado inicial</translation>
    </message>
    <message>
        <source>As it comes</source>
        <translation>Predeterminado</translation>
    </message>
    <message>
        <source>As one-hot columns, with the number of categories: {columns}. An entry not met before is 0 in all.</source>
        <translation>Como columnas one-hot, con el número de categorías: {columns}. Un valor desconocido es 0 en todas.</translation>
    </message>
    <message>
        <source>As recorded (\)</source>
        <translation>Original (\)</translation>
    </message>
    <message>
        <source>Asking the genre model</source>
        <translation>Consultando el modelo de géneros</translation>
    </message>
    <message>
        <source>At least </source>
        <translation>Al menos </translation>
    </message>
    <message>
        <source>At least two labels are needed. Label tracks of the library first.</source>
        <translation>Se necesitan al menos dos etiquetas. Etiquete primero pistas de la biblioteca.</translation>
    </message>
    <message>
        <source>At playhead</source>
        <translation>En el cabezal</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Intentos</translation>
    </message>
    <message>
        <source>Audacity labels…</source>
        <translation>Etiquetas de Audacity…</translation>
    </message>
    <message>
        <source>Audio and video ({patterns})</source>
        <translation>Audio y vídeo ({patterns})</translation>
    </message>
    <message>
        <source>Average precision</source>
        <translation>Precisión media</translation>
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
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Back one b&amp;ar</source>
        <translation>Retroceder &amp;un compás</translation>
    </message>
    <message>
        <source>Back to model list</source>
        <translation>Volver a la lista</translation>
    </message>
    <message>
        <source>Back to the filtered list (Esc)</source>
        <translation>Volver a la lista filtrada (Esc)</translation>
    </message>
    <message>
        <source>Back to the mistakes</source>
        <translation>Volver a los errores</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Balance</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>Barras</translation>
    </message>
    <message>
        <source>Baselines</source>
        <translation>Referencia</translation>
    </message>
    <message>
        <source>Baselines to train</source>
        <translation>Modelos de referencia para entrenar</translation>
    </message>
    <message>
        <source>Batc&amp;h settings…</source>
        <translation>Confi&amp;guración de lotes…</translation>
    </message>
    <message>
        <source>Batch cancelled: {sums}; the rest stays in the queue.</source>
        <translation>Lote cancelado: {sums}; el resto sigue en la cola.</translation>
    </message>
    <message>
        <source>Batch finished: {sums}.</source>
        <translation>Lote terminado: {sums}.</translation>
    </message>
    <message>
        <source>Batch progress</source>
        <translation>Progreso del lote</translation>
    </message>
    <message>
        <source>Batch settings</source>
        <translation>Configuración de lotes</translation>
    </message>
    <message>
        <source>Batch settings…</source>
        <translation>Configuración de lotes…</translation>
    </message>
    <message>
        <source>Batch stopped: {reason} ({sums}; the rest stays in the queue).</source>
        <translation>Lote detenido: {reason} ({sums}; el resto sigue en la cola).</translation>
    </message>
    <message>
        <source>Beat {place}</source>
        <translation>Pulso {place}</translation>
    </message>
    <message>
        <source>Beats</source>
        <translation>Pulsos</translation>
    </message>
    <message>
        <source>Beats and downbeats; B edits them</source>
        <translation>Pulsos y primeros pulsos; B los edita</translation>
    </message>
    <message>
        <source>Beats as text…</source>
        <translation>Pulsos como texto…</translation>
    </message>
    <message>
        <source>Beats corrected by hand; Edit › History lists what was done</source>
        <translation>Pulsos corregidos a mano; Editar › Historial muestra los cambios</translation>
    </message>
    <message>
        <source>Beats edited</source>
        <translation>Pulsos editados</translation>
    </message>
    <message>
        <source>Beats in a bar</source>
        <translation>Pulsos por compás</translation>
    </message>
    <message>
        <source>Beats per bar</source>
        <translation>Pulsos por compás</translation>
    </message>
    <message>
        <source>Beats saved in {path}.</source>
        <translation>Pulsos guardados en {path}.</translation>
    </message>
    <message>
        <source>Beats were found without the trained model, whose file is missing or damaged: less reliably.</source>
        <translation>Los pulsos se detectaron sin el modelo entrenado, cuyo archivo falta o está dañado: son menos fiables.</translation>
    </message>
    <message>
        <source>Beats, Audacity labels, MIDI, JAMS, Sonic Visualiser (*.beats *.txt *.mid *.midi *.jams *.svl)</source>
        <translation>Pulsos, etiquetas de Audacity, MIDI, JAMS, Sonic Visualiser (*.beats *.txt *.mid *.midi *.jams *.svl)</translation>
    </message>
    <message>
        <source>Beats, bars, features and genre of any audio file or folder</source>
        <translation>Pulsos, compases, características y género de cualquier archivo de audio o carpeta</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Best accuracy</source>
        <translation>Mejor exactitud</translation>
    </message>
    <message>
        <source>Best: {mean:.4f} ± {spread:.4f} with {parameters}. {n_trials:,} trials, {fit_seconds:,.1f} s of fitting. {worth}</source>
        <translation>Mejor: {mean:.4f} ± {spread:.4f} con {parameters}. {n_trials:,} ensayos, {fit_seconds:,.1f} s de ajuste. {worth}</translation>
    </message>
    <message>
        <source>Blue: accuracy on held-out rows. Orange, dashed: accuracy on training rows. Blue still rising: more rows would help. Orange far above blue: overfitting.</source>
        <translation>Azul: exactitud en filas reservadas. Naranja, discontinua: exactitud en filas de entrenamiento. Azul aún en ascenso: más filas ayudarían. Naranja muy por encima del azul: sobreajuste.</translation>
    </message>
    <message>
        <source>Blue: both rise together. Orange: one falls as the other rises. Click: the two against each other.</source>
        <translation>Azul: ambas suben juntas. Naranja: una baja cuando la otra sube. Clic: las dos frente a frente.</translation>
    </message>
    <message>
        <source>Border   {time}</source>
        <translation>Límite   {time}</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>Brillo</translation>
    </message>
    <message>
        <source>By accuracy lost</source>
        <translation>Por exactitud perdida</translation>
    </message>
    <message>
        <source>By the model’s own importance</source>
        <translation>Por la importancia del propio modelo</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>Calibración</translation>
    </message>
    <message>
        <source>Camelot</source>
        <translation>Camelot</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Cancel analysis</source>
        <translation>Cancelar análisis</translation>
    </message>
    <message>
        <source>Cancel batch</source>
        <translation>Cancelar lote</translation>
    </message>
    <message>
        <source>Cancel check</source>
        <translation>Cancelar comparación</translation>
    </message>
    <message>
        <source>Cancel export</source>
        <translation>Cancelar exportación</translation>
    </message>
    <message>
        <source>Cancel or clear selection</source>
        <translation>Cancelar o anular selección</translation>
    </message>
    <message>
        <source>Cancel prediction</source>
        <translation>Cancelar predicción</translation>
    </message>
    <message>
        <source>Centre of mass of the magnitude spectrum; mean over the frames</source>
        <translation>Centro de masa del espectro de magnitud; media de las tramas</translation>
    </message>
    <message>
        <source>Centre of mass of the magnitude spectrum; standard deviation over the frames</source>
        <translation>Centro de masa del espectro de magnitud; desviación estándar de las tramas</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambio</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Cambios</translation>
    </message>
    <message>
        <source>Chec&amp;k against librosa</source>
        <translation>Comparar con &amp;librosa</translation>
    </message>
    <message>
        <source>Check against librosa</source>
        <translation>Comparar con librosa</translation>
    </message>
    <message>
        <source>Check for &amp;updates</source>
        <translation>B&amp;uscar actualizaciones</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Comprobado</translation>
    </message>
    <message>
        <source>Checking classes</source>
        <translation>Comprobando clases</translation>
    </message>
    <message>
        <source>Checking columns</source>
        <translation>Comprobando columnas</translation>
    </message>
    <message>
        <source>Checking groups</source>
        <translation>Comprobando grupos</translation>
    </message>
    <message>
        <source>Checking names of classes</source>
        <translation>Comprobando nombres de clases</translation>
    </message>
    <message>
        <source>Choose a grid on the left. Finished fits are kept at once: a stopped search resumes where it was.</source>
        <translation>Elija una rejilla a la izquierda. Los ajustes terminados se guardan al momento: una búsqueda detenida se reanuda donde estaba.</translation>
    </message>
    <message>
        <source>Choose a row under “One row” to mark its path.</source>
        <translation>Elija una fila en «Una fila» para marcar su camino.</translation>
    </message>
    <message>
        <source>Choose a row: a mistake below or any other. The estimator is fitted without it and its group; then each kind of feature is replaced by that of other rows, in many orders. Bars show the change in probability.</source>
        <translation>Elija una fila: un error de abajo o cualquier otra. El estimador se ajusta sin ella ni su grupo; después, cada tipo de característica se sustituye por el de otras filas, en muchos órdenes. Las barras muestran el cambio de probabilidad.</translation>
    </message>
    <message>
        <source>Choose columns</source>
        <translation>Elegir columnas</translation>
    </message>
    <message>
        <source>Choose columns…</source>
        <translation>Elegir columnas…</translation>
    </message>
    <message>
        <source>Choose feature columns</source>
        <translation>Elegir columnas de características</translation>
    </message>
    <message>
        <source>Choose file (Ctrl+O)</source>
        <translation>Elegir archivo (Ctrl+O)</translation>
    </message>
    <message>
        <source>Choose visible columns</source>
        <translation>Elegir columnas visibles</translation>
    </message>
    <message>
        <source>Chord that sounds longest in the passage, major or minor; empty where none does</source>
        <translation>Acorde que más dura en el pasaje, mayor o menor; vacío si no hay ninguno</translation>
    </message>
    <message>
        <source>Chords</source>
        <translation>Acordes</translation>
    </message>
    <message>
        <source>Chords on the beats; the paler, the less sure</source>
        <translation>Acordes sobre los pulsos; cuanto más claros, menos seguros</translation>
    </message>
    <message>
        <source>Chosen in each fold on the rows that are learned from, after scaling</source>
        <translation>Se eligen en cada partición con las filas de las que se aprende, tras el escalado</translation>
    </message>
    <message>
        <source>Chroma</source>
        <translation>Croma</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Clase</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Clases</translation>
    </message>
    <message>
        <source>Classes cannot be balanced by “{text}”; choose among {known}.</source>
        <translation>Las clases no se pueden equilibrar con «{text}»; elija entre {known}.</translation>
    </message>
    <message>
        <source>Classes from {least:,} to {most:,} rows</source>
        <translation>Clases de {least:,} a {most:,} filas</translation>
    </message>
    <message>
        <source>Classified in windows of {heard:.0f} s; the model was trained on {trained_on:g} s.</source>
        <translation>Clasificado en ventanas de {heard:.0f} s; el modelo se entrenó con {trained_on:g} s.</translation>
    </message>
    <message>
        <source>Classifier</source>
        <translation>Clasificador</translation>
    </message>
    <message>
        <source>Classifying {left:,} tracks with {name}</source>
        <translation>Clasificando {left:,} pistas con {name}</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Borrar filtro</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>Clip</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Close data</source>
        <translation>Cerrar datos</translation>
    </message>
    <message>
        <source>Close list</source>
        <translation>Cerrar lista</translation>
    </message>
    <message>
        <source>Close notice</source>
        <translation>Cerrar aviso</translation>
    </message>
    <message>
        <source>Close preview</source>
        <translation>Cerrar vista previa</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Columna</translation>
    </message>
    <message>
        <source>Column across</source>
        <translation>Columna horizontal</translation>
    </message>
    <message>
        <source>Column upwards</source>
        <translation>Columna vertical</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
    <message>
        <source>Columns apart</source>
        <translation>Columnas distintas</translation>
    </message>
    <message>
        <source>Columns of 0 and 1, one for each entry of the text</source>
        <translation>Columnas de 0 y 1, una por cada valor del texto</translation>
    </message>
    <message>
        <source>Columns to keep</source>
        <translation>Columnas que conservar</translation>
    </message>
    <message>
        <source>Commas are taken for decimal commas: “{text}” is read as {number:.12g}. If they part thousands, write the numbers without them.</source>
        <translation>Las comas se interpretan como decimales: «{text}» se lee como {number:.12g}. Si separan millares, escriba los números sin ellas.</translation>
    </message>
    <message>
        <source>Committee</source>
        <translation>Comité</translation>
    </message>
    <message>
        <source>Compare both on the rows of the open data</source>
        <translation>Comparar ambos con las filas de los datos abiertos</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Comparar con</translation>
    </message>
    <message>
        <source>Comparing all rows takes too long beyond {most_rows:,} rows; exact copies were searched.</source>
        <translation>Comparar todas las filas tarda demasiado por encima de {most_rows:,} filas; se buscaron copias exactas.</translation>
    </message>
    <message>
        <source>Comparing two models</source>
        <translation>Comparando dos modelos</translation>
    </message>
    <message>
        <source>Compatible keys</source>
        <translation>Tonalidades afines</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Certeza</translation>
    </message>
    <message>
        <source>Confusion</source>
        <translation>Confusión</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>Matriz de confusión</translation>
    </message>
    <message>
        <source>Confusion matrix of {name}</source>
        <translation>Matriz de confusión de {name}</translation>
    </message>
    <message>
        <source>Confusion matrix. {words}</source>
        <translation>Matriz de confusión. {words}</translation>
    </message>
    <message>
        <source>Connecting to {cluster}</source>
        <translation>Conectando con {cluster}</translation>
    </message>
    <message>
        <source>Container, codec, sampling rate and channels of the file</source>
        <translation>Contenedor, códec, frecuencia de muestreo y canales del archivo</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Índice</translation>
    </message>
    <message>
        <source>Contrast and noisiness</source>
        <translation>Contraste y ruidosidad</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
    <message>
        <source>Copy all of this for a report of a fault</source>
        <translation>Copiar todo esto para informar de un fallo</translation>
    </message>
    <message>
        <source>Copy all rows, for a spreadsheet</source>
        <translation>Copiar todas las filas para una hoja de cálculo</translation>
    </message>
    <message>
        <source>Copy of {title} saved as {target}.</source>
        <translation>Copia de {title} guardada como {target}.</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Copiar informe</translation>
    </message>
    <message>
        <source>Copy selected rows</source>
        <translation>Copiar filas seleccionadas</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>Copiar tabla</translation>
    </message>
    <message>
        <source>Copy the model to a file</source>
        <translation>Copiar el modelo a un archivo</translation>
    </message>
    <message>
        <source>Copy whole table</source>
        <translation>Copiar toda la tabla</translation>
    </message>
    <message>
        <source>Copy, export, columns and shading</source>
        <translation>Copiar, exportar, columnas y sombreado</translation>
    </message>
    <message>
        <source>Correlating the columns</source>
        <translation>Correlacionando las columnas</translation>
    </message>
    <message>
        <source>Correlating the columns…</source>
        <translation>Correlacionando las columnas…</translation>
    </message>
    <message>
        <source>Correlation</source>
        <translation>Correlación</translation>
    </message>
    <message>
        <source>Correlation matrix. {words}</source>
        <translation>Matriz de correlación. {words}</translation>
    </message>
    <message>
        <source>Correlation of columns</source>
        <translation>Correlación de columnas</translation>
    </message>
    <message>
        <source>Correlation of the measured key with its profile</source>
        <translation>Correlación de la tonalidad medida con su perfil</translation>
    </message>
    <message>
        <source>Correlations</source>
        <translation>Correlaciones</translation>
    </message>
    <message>
        <source>Cross-validate the selected combination on the same folds</source>
        <translation>Validar de forma cruzada la combinación seleccionada en las mismas particiones</translation>
    </message>
    <message>
        <source>Cross-validation needs at least two folds.</source>
        <translation>La validación cruzada necesita al menos dos particiones.</translation>
    </message>
    <message>
        <source>Ctrl+Page Down: next</source>
        <translation>Ctrl+Av Pág: siguiente</translation>
    </message>
    <message>
        <source>Ctrl+Page Up: previous</source>
        <translation>Ctrl+Re Pág: anterior</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Curvas</translation>
    </message>
    <message>
        <source>Curves need probabilities, which these estimators have not.</source>
        <translation>Las curvas necesitan probabilidades, que estos estimadores no tienen.</translation>
    </message>
    <message>
        <source>DC offset</source>
        <translation>Offset DC</translation>
    </message>
    <message>
        <source>DC offset in {listed}</source>
        <translation>Offset DC en {listed}</translation>
    </message>
    <message>
        <source>Damaged library kept as {name}.</source>
        <translation>La biblioteca dañada se conserva como {name}.</translation>
    </message>
    <message>
        <source>Dashed line: probabilities equal the share of correct predictions. Below it an estimator is overconfident, above it underconfident.</source>
        <translation>Línea discontinua: las probabilidades coinciden con la proporción de aciertos. Por debajo, el estimador peca de exceso de confianza; por encima, de falta de ella.</translation>
    </message>
    <message>
        <source>Dask cluster</source>
        <translation>Clúster de Dask</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Datos</translation>
    </message>
    <message>
        <source>Data cannot be used yet</source>
        <translation>Los datos aún no se pueden usar</translation>
    </message>
    <message>
        <source>Data columns</source>
        <translation>Columnas de datos</translation>
    </message>
    <message>
        <source>Data rows</source>
        <translation>Filas de datos</translation>
    </message>
    <message>
        <source>Data settings</source>
        <translation>Configuración de los datos</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>Date added to the library</source>
        <translation>Fecha de incorporación a la biblioteca</translation>
    </message>
    <message>
        <source>Decision tree</source>
        <translation>Árbol de decisión</translation>
    </message>
    <message>
        <source>Decoding</source>
        <translation>Decodificando</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Predeterminado</translation>
    </message>
    <message>
        <source>Default lanes</source>
        <translation>Restablecer carriles</translation>
    </message>
    <message>
        <source>Default model for clips and the library</source>
        <translation>Modelo predeterminado para los clips y la biblioteca</translation>
    </message>
    <message>
        <source>Default model: classifies clips and the library.</source>
        <translation>Modelo predeterminado: clasifica los clips y la biblioteca.</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Definición</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Demo songs</source>
        <translation>Canciones demo</translation>
    </message>
    <message>
        <source>Densities</source>
        <translation>Densidades</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Details &amp;panel</source>
        <translation>Pa&amp;nel de detalles</translation>
    </message>
    <message>
        <source>Details of the selection</source>
        <translation>Detalles de la selección</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Diferencia</translation>
    </message>
    <message>
        <source>Different</source>
        <translation>Distintos</translation>
    </message>
    <message>
        <source>Different predictions for {differ:,} of {n:,} rows: only new correct {gained:,}, only old correct {lost:,}, neither {neither:,}.{left}</source>
        <translation>Predicciones distintas en {differ:,} de {n:,} filas: solo acierta el nuevo {gained:,}, solo acierta el antiguo {lost:,}, ninguno {neither:,}.{left}</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>Pantalla</translation>
    </message>
    <message>
        <source>Distance from the training music of the model; above 1 the track is none of its genres</source>
        <translation>Distancia a la música de entrenamiento del modelo; por encima de 1, la pista no es de ninguno de sus géneros</translation>
    </message>
    <message>
        <source>Distance {distance}
{reasons}</source>
        <translation>Distancia {distance}
{reasons}</translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation>Distribución</translation>
    </message>
    <message>
        <source>Distributions</source>
        <translation>Distribuciones</translation>
    </message>
    <message>
        <source>Do not analyse these files</source>
        <translation>No analizar estos archivos</translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation>Doctor</translation>
    </message>
    <message>
        <source>Doctor&apos;s findings</source>
        <translation>Hallazgos del doctor</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Double-click a row: play · Double-click a column: draw · Click the map: play · Space: pause</source>
        <translation>Doble clic en una fila: reproducir · Doble clic en una columna: dibujar · Clic en el mapa: reproducir · Espacio: pausa</translation>
    </message>
    <message>
        <source>Double-click: open · Several rows: compare · Drop a run folder to open it</source>
        <translation>Doble clic: abrir · Varias filas: comparar · Suelte una carpeta de ejecución para abrirla</translation>
    </message>
    <message>
        <source>Downbeat at {time}</source>
        <translation>Primer pulso en {time}</translation>
    </message>
    <message>
        <source>Drag a beat (Shift: all from here on) · Double-click adds, Del removes · Alt: no snapping · Right click: more</source>
        <translation>Arrastrar un pulso (Mayús: todos desde aquí) · Doble clic añade, Supr quita · Alt: sin ajuste · Clic derecho: más</translation>
    </message>
    <message>
        <source>Drag this title to move the lane, the gap below it to size it.</source>
        <translation>Arrastre este título para mover el carril y el hueco inferior para cambiar su altura.</translation>
    </message>
    <message>
        <source>Drawing curves</source>
        <translation>Dibujando curvas</translation>
    </message>
    <message>
        <source>Drawing curves…</source>
        <translation>Dibujando curvas…</translation>
    </message>
    <message>
        <source>Drawing the map</source>
        <translation>Dibujando el mapa</translation>
    </message>
    <message>
        <source>Drawing the map, once nothing else runs…</source>
        <translation>Dibujando el mapa, en cuanto no haya nada más en curso…</translation>
    </message>
    <message>
        <source>Drawing the spectrum</source>
        <translation>Dibujando el espectro</translation>
    </message>
    <message>
        <source>Drawing the tree</source>
        <translation>Dibujando el árbol</translation>
    </message>
    <message>
        <source>Drop a folder here</source>
        <translation>Suelte una carpeta aquí</translation>
    </message>
    <message>
        <source>Drop a song here</source>
        <translation>Suelte una canción aquí</translation>
    </message>
    <message>
        <source>Drop a table of features or a folder of classes · Alt+1 to Alt+7: steps</source>
        <translation>Suelte una tabla de características o una carpeta de clases · Alt+1 a Alt+7: pasos</translation>
    </message>
    <message>
        <source>Drop a table of features, a folder of classes, a run folder or a model file</source>
        <translation>Suelte una tabla de características, una carpeta de clases, una carpeta de ejecución o un archivo de modelo</translation>
    </message>
    <message>
        <source>Drop a table or a folder</source>
        <translation>Suelte una tabla o una carpeta</translation>
    </message>
    <message>
        <source>Drop one table or one folder with a subfolder for each class.</source>
        <translation>Suelte una sola tabla o una sola carpeta con una subcarpeta para cada clase.</translation>
    </message>
    <message>
        <source>Drop to add to the library</source>
        <translation>Soltar para añadir a la biblioteca</translation>
    </message>
    <message>
        <source>Drop to open</source>
        <translation>Soltar para abrir</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>Descartadas</translation>
    </message>
    <message>
        <source>Dropped combinations</source>
        <translation>Combinaciones descartadas</translation>
    </message>
    <message>
        <source>Dropped combinations with reasons</source>
        <translation>Combinaciones descartadas, con motivos</translation>
    </message>
    <message>
        <source>Drops combinations early that can no longer win: near the best in a fraction of the time.</source>
        <translation>Descarta pronto las combinaciones que ya no pueden ganar: casi lo mejor en una fracción del tiempo.</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>E&amp;xport beats, sections…</source>
        <translation>E&amp;xportar pulsos, secciones…</translation>
    </message>
    <message>
        <source>Each beat needs a position in its bar, 1 or more.</source>
        <translation>Cada pulso necesita una posición en su compás, 1 o más.</translation>
    </message>
    <message>
        <source>Each dot is a row. Click a dot to play its song.</source>
        <translation>Cada punto es una fila. Haga clic en un punto para reproducir su canción.</translation>
    </message>
    <message>
        <source>Each dot is a row; near dots have similar features.{plays}</source>
        <translation>Cada punto es una fila; los puntos cercanos tienen características similares.{plays}</translation>
    </message>
    <message>
        <source>Edit beats (B)</source>
        <translation>Editar pulsos (B)</translation>
    </message>
    <message>
        <source>Edit sections</source>
        <translation>Editar secciones</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>Editado</translation>
    </message>
    <message>
        <source>Editing beats</source>
        <translation>Editando pulsos</translation>
    </message>
    <message>
        <source>End a process that needs more and list its file as failed</source>
        <translation>Terminar un proceso que necesite más y anotar su archivo como fallido</translation>
    </message>
    <message>
        <source>End of the passage</source>
        <translation>Fin del pasaje</translation>
    </message>
    <message>
        <source>Energy of the percussive part (dark, from below) and of the harmonic part (pale, above it), in per cent of both, over about a bar</source>
        <translation>Energía de la parte percusiva (oscura, desde abajo) y de la armónica (clara, encima), en tanto por ciento de ambas, sobre un compás aproximadamente</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>Errors prevent training. Nothing changes until you choose a remedy.</source>
        <translation>Los errores impiden entrenar. Nada cambia hasta que elija un remedio.</translation>
    </message>
    <message>
        <source>Esc: stop (the search resumes where it was)</source>
        <translation>Esc: detener (la búsqueda se reanuda donde estaba)</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>Estimación</translation>
    </message>
    <message>
        <source>Estimate {number} of {n_folds}</source>
        <translation>Estimación {number} de {n_folds}</translation>
    </message>
    <message>
        <source>Estimating the tempo</source>
        <translation>Estimando el tempo</translation>
    </message>
    <message>
        <source>Estimator</source>
        <translation>Estimador</translation>
    </message>
    <message>
        <source>Estimator of the curves</source>
        <translation>Estimador de las curvas</translation>
    </message>
    <message>
        <source>Estimators</source>
        <translation>Estimadores</translation>
    </message>
    <message>
        <source>Evaluated on random and grouped folds.</source>
        <translation>Evaluado con particiones aleatorias y agrupadas.</translation>
    </message>
    <message>
        <source>Evaluated on random folds and folds grouped by {column}.</source>
        <translation>Evaluado con particiones aleatorias y particiones agrupadas por {column}.</translation>
    </message>
    <message>
        <source>Evaluated on random folds only. Choose groups to measure accuracy on new groups.</source>
        <translation>Evaluado solo con particiones aleatorias. Elija grupos para medir la exactitud en grupos nuevos.</translation>
    </message>
    <message>
        <source>Evaluated on the fixed split “{split}”.</source>
        <translation>Evaluado con la división fija «{split}».</translation>
    </message>
    <message>
        <source>Evaluating {name}</source>
        <translation>Evaluando {name}</translation>
    </message>
    <message>
        <source>Evaluating {title}</source>
        <translation>Evaluando {title}</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>Evaluación</translation>
    </message>
    <message>
        <source>Every combination on every fold: the same table as scikit-learn’s GridSearchCV.</source>
        <translation>Todas las combinaciones en todas las particiones: la misma tabla que GridSearchCV de scikit-learn.</translation>
    </message>
    <message>
        <source>Every row is sorted by the probability of each class.</source>
        <translation>Cada fila se ordena según la probabilidad de cada clase.</translation>
    </message>
    <message>
        <source>Every row of {name} has a class of its own in the column “{column}”. Choose another column as label.</source>
        <translation>Cada fila de {name} tiene su propia clase en la columna «{column}». Elija otra columna como etiqueta.</translation>
    </message>
    <message>
        <source>Every training and search is kept here with its settings, from the first fit.</source>
        <translation>Cada entrenamiento y búsqueda se guarda aquí con su configuración, desde el primer ajuste.</translation>
    </message>
    <message>
        <source>Every worker that tried it ended unexpectedly, possibly out of memory.</source>
        <translation>Todos los procesos de trabajo que lo intentaron terminaron inesperadamente, quizá por falta de memoria.</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>En todas partes</translation>
    </message>
    <message>
        <source>Examine</source>
        <translation>Examinar</translation>
    </message>
    <message>
        <source>Examine again</source>
        <translation>Reexaminar</translation>
    </message>
    <message>
        <source>Examine the data with all changes</source>
        <translation>Examinar los datos con todos los cambios</translation>
    </message>
    <message>
        <source>Examined</source>
        <translation>Examinado</translation>
    </message>
    <message>
        <source>Examining the data</source>
        <translation>Examinando los datos</translation>
    </message>
    <message>
        <source>Examining…</source>
        <translation>Examinando…</translation>
    </message>
    <message>
        <source>Exhaustive</source>
        <translation>Exhaustiva</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>Explicar</translation>
    </message>
    <message>
        <source>Explaining {row_names}</source>
        <translation>Explicando {row_names}</translation>
    </message>
    <message>
        <source>Explore</source>
        <translation>Explorar</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Export as {name}…</source>
        <translation>Exportar como {name}…</translation>
    </message>
    <message>
        <source>Export beats</source>
        <translation>Exportar pulsos</translation>
    </message>
    <message>
        <source>Export beats, sections and chords</source>
        <translation>Exportar pulsos, secciones y acordes</translation>
    </message>
    <message>
        <source>Export cancelled; nothing was written.</source>
        <translation>Exportación cancelada; no se escribió nada.</translation>
    </message>
    <message>
        <source>Export chart</source>
        <translation>Exportar gráfico</translation>
    </message>
    <message>
        <source>Export song sheets</source>
        <translation>Exportar fichas de canción</translation>
    </message>
    <message>
        <source>Export table</source>
        <translation>Exportar tabla</translation>
    </message>
    <message>
        <source>Export table of {passages}</source>
        <translation>Exportar tabla: {passages}</translation>
    </message>
    <message>
        <source>Export tables to folder</source>
        <translation>Exportar tablas a una carpeta</translation>
    </message>
    <message>
        <source>Export {title}</source>
        <translation>Exportar {title}</translation>
    </message>
    <message>
        <source>Export {what} as CSV…</source>
        <translation>Exportar {what} como CSV…</translation>
    </message>
    <message>
        <source>Export {what} as Parquet…</source>
        <translation>Exportar {what} como Parquet…</translation>
    </message>
    <message>
        <source>Export {what} as playlist</source>
        <translation>Exportar {what} como lista de reproducción</translation>
    </message>
    <message>
        <source>Export {what} as playlist…</source>
        <translation>Exportar {what} como lista de reproducción…</translation>
    </message>
    <message>
        <source>Export {what} to folder</source>
        <translation>Exportar {what} a una carpeta</translation>
    </message>
    <message>
        <source>Exporting {what}</source>
        <translation>Exportando {what}</translation>
    </message>
    <message>
        <source>Extra trees</source>
        <translation>Árboles extra</translation>
    </message>
    <message>
        <source>F&amp;ailed files</source>
        <translation>Archivos &amp;fallidos</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fallido</translation>
    </message>
    <message>
        <source>Failed files</source>
        <translation>Archivos fallidos</translation>
    </message>
    <message>
        <source>Fas&amp;ter</source>
        <translation>Más rá&amp;pido</translation>
    </message>
    <message>
        <source>Feature</source>
        <translation>Característica</translation>
    </message>
    <message>
        <source>Feature set</source>
        <translation>Conjunto</translation>
    </message>
    <message>
        <source>Feature set differs: a model trained on these columns cannot classify clips.</source>
        <translation>El conjunto de características es distinto: un modelo entrenado con estas columnas no puede clasificar clips.</translation>
    </message>
    <message>
        <source>Feature set differs: samples lie between -1 and 1, frequencies below 11,025 Hz. Possible causes: 16-bit integers or another sampling rate. Do not apply a model trained on them to audio here; analyse the audio again.</source>
        <translation>El conjunto de características es distinto: las muestras están entre -1 y 1 y las frecuencias por debajo de 11.025 Hz. Causas posibles: enteros de 16 bits u otra frecuencia de muestreo. No aplique aquí a audio un modelo entrenado con estos valores; vuelva a analizar el audio.</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>Características</translation>
    </message>
    <message>
        <source>Features of the song in place of its summary</source>
        <translation>Características de la canción en lugar del resumen</translation>
    </message>
    <message>
        <source>Features of the {passages}</source>
        <translation>Características: {passages}</translation>
    </message>
    <message>
        <source>Fewer than two labels have tracks with the extended features: 1 track was analysed before these were measured. Analyse it again in the library, or choose the 58 features of the study.</source>
        <translation>Menos de dos etiquetas tienen pistas con las características ampliadas: 1 pista se analizó antes de que se midieran. Vuelva a analizarla en la biblioteca o elija las 58 características del estudio.</translation>
    </message>
    <message>
        <source>Fewer than two labels have tracks with the extended features: {tracks:,} tracks were analysed before these were measured. Analyse them again in the library, or choose the 58 features of the study.</source>
        <translation>Menos de dos etiquetas tienen pistas con las características ampliadas: {tracks:,} pistas se analizaron antes de que se midieran. Vuelva a analizarlas en la biblioteca o elija las 58 características del estudio.</translation>
    </message>
    <message>
        <source>Fil&amp;ter</source>
        <translation>Fil&amp;tro</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>File cannot be used</source>
        <translation>No se puede usar el archivo</translation>
    </message>
    <message>
        <source>File length: tells in which batch a clip was cut, not how it sounds.</source>
        <translation>Duración del archivo: indica en qué lote se cortó un clip, no cómo suena.</translation>
    </message>
    <message>
        <source>Files at a time</source>
        <translation>Archivos a la vez</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtrar</translation>
    </message>
    <message>
        <source>Filter examples</source>
        <translation>Ejemplos de filtros</translation>
    </message>
    <message>
        <source>Filter tracks</source>
        <translation>Filtrar pistas</translation>
    </message>
    <message>
        <source>Filter {what}</source>
        <translation>Filtrar {what}</translation>
    </message>
    <message>
        <source>Filter {what} by name</source>
        <translation>Filtrar {what} por nombre</translation>
    </message>
    <message>
        <source>Filter: words, bpm:120-130, key:Am, label:…</source>
        <translation>Filtro: palabras, bpm:120-130, key:Am, label:…</translation>
    </message>
    <message>
        <source>Find &amp;missing files</source>
        <translation>Buscar archi&amp;vos que faltan</translation>
    </message>
    <message>
        <source>Find &amp;similar</source>
        <translation>Buscar &amp;similares</translation>
    </message>
    <message>
        <source>Find column</source>
        <translation>Buscar columna</translation>
    </message>
    <message>
        <source>Find in all licences</source>
        <translation>Buscar en todas las licencias</translation>
    </message>
    <message>
        <source>Find in the guide</source>
        <translation>Buscar en la guía</translation>
    </message>
    <message>
        <source>Find row by name</source>
        <translation>Buscar fila por nombre</translation>
    </message>
    <message>
        <source>Finding beats around your corrections</source>
        <translation>Buscando pulsos en torno a sus correcciones</translation>
    </message>
    <message>
        <source>Finding columns that reveal the source</source>
        <translation>Buscando columnas que delatan el origen</translation>
    </message>
    <message>
        <source>Finding copies</source>
        <translation>Buscando copias</translation>
    </message>
    <message>
        <source>Finding doubtful labels</source>
        <translation>Buscando etiquetas dudosas</translation>
    </message>
    <message>
        <source>Finding outliers</source>
        <translation>Buscando valores atípicos</translation>
    </message>
    <message>
        <source>Finding sections</source>
        <translation>Buscando secciones</translation>
    </message>
    <message>
        <source>Finding the key</source>
        <translation>Buscando la tonalidad</translation>
    </message>
    <message>
        <source>Finding the tuning</source>
        <translation>Buscando la afinación</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Hallazgos</translation>
    </message>
    <message>
        <source>Findings from before your changes. Examine again when done.</source>
        <translation>Hallazgos anteriores a sus cambios. Reexamine cuando termine.</translation>
    </message>
    <message>
        <source>First estimator</source>
        <translation>Primer estimador</translation>
    </message>
    <message>
        <source>First fits running…</source>
        <translation>Primeros ajustes en curso…</translation>
    </message>
    <message>
        <source>Fit every estimator on growing parts of the rows; takes five times as long</source>
        <translation>Ajusta cada estimador con partes crecientes de las filas; tarda cinco veces más</translation>
    </message>
    <message>
        <source>Fit time</source>
        <translation>T. de ajuste</translation>
    </message>
    <message>
        <source>Fitted in each fold on the rows that are learned from</source>
        <translation>Se ajusta en cada partición con las filas de las que se aprende</translation>
    </message>
    <message>
        <source>Fitted on another table ({table}…): these rows are new to it, unless some are in both</source>
        <translation>Ajustado con otra tabla ({table}…): estas filas le son nuevas, salvo que algunas estén en ambas</translation>
    </message>
    <message>
        <source>Fitted on exactly these rows</source>
        <translation>Ajustado exactamente con estas filas</translation>
    </message>
    <message>
        <source>Fitted on rows of the same table</source>
        <translation>Ajustado con filas de la misma tabla</translation>
    </message>
    <message>
        <source>Fitting the trees</source>
        <translation>Ajustando los árboles</translation>
    </message>
    <message>
        <source>Fitting {name}</source>
        <translation>Ajustando {name}</translation>
    </message>
    <message>
        <source>Fitting {name} without {row_names}</source>
        <translation>Ajustando {name} sin {row_names}</translation>
    </message>
    <message>
        <source>Fixed split</source>
        <translation>División fija</translation>
    </message>
    <message>
        <source>Fixed split {shares}{what}, seed {seed}</source>
        <translation>División fija {shares}{what}, semilla {seed}</translation>
    </message>
    <message>
        <source>Fixed split, valid rows</source>
        <translation>División fija, filas de validación</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>Folder of the file</source>
        <translation>Carpeta del archivo</translation>
    </message>
    <message>
        <source>Folder: {folder}</source>
        <translation>Carpeta: {folder}</translation>
    </message>
    <message>
        <source>Folds</source>
        <translation>Particiones</translation>
    </message>
    <message>
        <source>Folds grouped by {column}</source>
        <translation>Particiones agrupadas por {column}</translation>
    </message>
    <message>
        <source>Folds never split the rows of a group</source>
        <translation>Las particiones nunca separan las filas de un grupo</translation>
    </message>
    <message>
        <source>Follow &amp;system</source>
        <translation>Según el &amp;sistema</translation>
    </message>
    <message>
        <source>For and against {genres}, in per cent</source>
        <translation>A favor y en contra de {genres}, en tanto por ciento</translation>
    </message>
    <message>
        <source>For classes of unequal size; rows that are judged stay as they are</source>
        <translation>Para clases de tamaño desigual; las filas que se evalúan quedan como están</translation>
    </message>
    <message>
        <source>Forget what was arranged here</source>
        <translation>Olvidar lo organizado aquí</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Adelante</translation>
    </message>
    <message>
        <source>Forward one ba&amp;r</source>
        <translation>Avanzar un c&amp;ompás</translation>
    </message>
    <message>
        <source>Found while reading the data.</source>
        <translation>Hallado al leer los datos.</translation>
    </message>
    <message>
        <source>Frequency below which 85 % of the magnitude lies; mean over the frames</source>
        <translation>Frecuencia por debajo de la cual está el 85 % de la magnitud; media de las tramas</translation>
    </message>
    <message>
        <source>Frequency below which 85 % of the magnitude lies; standard deviation over the frames</source>
        <translation>Frecuencia por debajo de la cual está el 85 % de la magnitud; desviación estándar de las tramas</translation>
    </message>
    <message>
        <source>From here on</source>
        <translation>Desde aquí</translation>
    </message>
    <message>
        <source>From the library</source>
        <translation>De la biblioteca</translation>
    </message>
    <message>
        <source>From the study</source>
        <translation>Del estudio</translation>
    </message>
    <message>
        <source>From {start} to {end} · </source>
        <translation>De {start} a {end} · </translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>Ganancia</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>Brecha</translation>
    </message>
    <message>
        <source>Genre</source>
        <translation>Género</translation>
    </message>
    <message>
        <source>Genre along the piece</source>
        <translation>Género a lo largo de la pieza</translation>
    </message>
    <message>
        <source>Genre along the piece, window by window</source>
        <translation>Género a lo largo de la pieza, ventana a ventana</translation>
    </message>
    <message>
        <source>Genre model that predicted the genre</source>
        <translation>Modelo de géneros que predijo el género</translation>
    </message>
    <message>
        <source>Genre models (*{suffix})</source>
        <translation>Modelos de géneros (*{suffix})</translation>
    </message>
    <message>
        <source>Geometric over arithmetic mean of the power; 0: tone, 1: white noise; mean over the frames</source>
        <translation>Media geométrica entre media aritmética de la potencia; 0: tono, 1: ruido blanco; media de las tramas</translation>
    </message>
    <message>
        <source>Geometric over arithmetic mean of the power; 0: tone, 1: white noise; standard deviation over the frames</source>
        <translation>Media geométrica entre media aritmética de la potencia; 0: tono, 1: ruido blanco; desviación estándar de las tramas</translation>
    </message>
    <message>
        <source>Give the files written last their former tags back</source>
        <translation>Devolver sus metadatos anteriores a los últimos archivos escritos</translation>
    </message>
    <message>
        <source>Go on without the doctor</source>
        <translation>Continuar sin el doctor</translation>
    </message>
    <message>
        <source>Go to &amp;notices</source>
        <translation>Ir a los a&amp;visos</translation>
    </message>
    <message>
        <source>Go to &amp;start</source>
        <translation>Ir al &amp;inicio</translation>
    </message>
    <message>
        <source>Go to Baselines</source>
        <translation>Ir a Referencia</translation>
    </message>
    <message>
        <source>Go to Data</source>
        <translation>Ir a Datos</translation>
    </message>
    <message>
        <source>Go to start</source>
        <translation>Ir al inicio</translation>
    </message>
    <message>
        <source>Gradient boosting</source>
        <translation>Potenciación del gradiente</translation>
    </message>
    <message>
        <source>Grey: impurity importance, as in the study. It favours columns with many values and is shared between correlated columns; rely on the purple bars.</source>
        <translation>Gris: importancia por impureza, como en el estudio. Favorece las columnas con muchos valores y se reparte entre columnas correlacionadas; confíe en las barras moradas.</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>Rejilla</translation>
    </message>
    <message>
        <source>Grid, {name}</source>
        <translation>Rejilla, {name}</translation>
    </message>
    <message>
        <source>Groovescope</source>
        <translation>Groovescope</translation>
    </message>
    <message>
        <source>Groovescope guide</source>
        <translation>Guía de Groovescope</translation>
    </message>
    <message>
        <source>Groovescope library (*.sqlite)</source>
        <translation>Biblioteca de Groovescope (*.sqlite)</translation>
    </message>
    <message>
        <source>Groovescope {version}</source>
        <translation>Groovescope {version}</translation>
    </message>
    <message>
        <source>Groovescope {version} is available. This is {own}.</source>
        <translation>Groovescope {version} está disponible. Esta es la {own}.</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Grupo</translation>
    </message>
    <message>
        <source>Grouped</source>
        <translation>Agrupadas</translation>
    </message>
    <message>
        <source>Grouped folds</source>
        <translation>Particiones agrupadas</translation>
    </message>
    <message>
        <source>Grouped, strict</source>
        <translation>Agrupadas, estrictas</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Grupos</translation>
    </message>
    <message>
        <source>Groups do not allow folds</source>
        <translation>Los grupos no permiten particiones</translation>
    </message>
    <message>
        <source>Guessed</source>
        <translation>Deducido</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Guía</translation>
    </message>
    <message>
        <source>HPR</source>
        <translation>HPR</translation>
    </message>
    <message>
        <source>Harmonic and percussive</source>
        <translation>Armónico y percusivo</translation>
    </message>
    <message>
        <source>Harmonic part</source>
        <translation>Parte armónica</translation>
    </message>
    <message>
        <source>Harmony (chroma)</source>
        <translation>Armonía (croma)</translation>
    </message>
    <message>
        <source>Held-out rows, % of each true class. Rows: true class. Columns: predicted class.</source>
        <translation>Filas reservadas, % de cada clase real. Filas: clase real. Columnas: clase predicha.</translation>
    </message>
    <message>
        <source>Hide {column}</source>
        <translation>Ocultar {column}</translation>
    </message>
    <message>
        <source>Hide {title}</source>
        <translation>Ocultar {title}</translation>
    </message>
    <message>
        <source>Higher</source>
        <translation>Más alto</translation>
    </message>
    <message>
        <source>Highest true peak</source>
        <translation>Pico real máximo</translation>
    </message>
    <message>
        <source>Histogram boosting</source>
        <translation>Potenciación por histogramas</translation>
    </message>
    <message>
        <source>How likely that chord is among all, by what sounds in the passage, 0 to 1</source>
        <translation>Probabilidad de ese acorde entre todos, según lo que suena en el pasaje, de 0 a 1</translation>
    </message>
    <message>
        <source>How what the search chooses is judged on rows that had no part in the choice</source>
        <translation>Cómo se evalúa lo que elige la búsqueda, con filas ajenas a la elección</translation>
    </message>
    <message>
        <source>I&amp;mport beats…</source>
        <translation>I&amp;mportar pulsos…</translation>
    </message>
    <message>
        <source>Image (PNG)…</source>
        <translation>Imagen (PNG)…</translation>
    </message>
    <message>
        <source>Import &amp;sections…</source>
        <translation>&amp;Importar secciones…</translation>
    </message>
    <message>
        <source>Import beats</source>
        <translation>Importar pulsos</translation>
    </message>
    <message>
        <source>Import sections</source>
        <translation>Importar secciones</translation>
    </message>
    <message>
        <source>Import {name}</source>
        <translation>Importar {name}</translation>
    </message>
    <message>
        <source>Importance</source>
        <translation>Importancia</translation>
    </message>
    <message>
        <source>Importance for {name}</source>
        <translation>Importancia para {name}</translation>
    </message>
    <message>
        <source>Importance, reasons and saving need the data of this run: open {name} in Data.</source>
        <translation>La importancia, las razones y el guardado necesitan los datos de esta ejecución: abra {name} en Datos.</translation>
    </message>
    <message>
        <source>Impossible values in {listed}</source>
        <translation>Valores imposibles en {listed}</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>En uso</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>En palabras</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>Información</translation>
    </message>
    <message>
        <source>Integrated loudness by ITU-R BS.1770-4</source>
        <translation>Sonoridad integrada según ITU-R BS.1770-4</translation>
    </message>
    <message>
        <source>Internal error. Try again; if it returns, report it with the log file {log}.</source>
        <translation>Error interno. Inténtelo de nuevo; si se repite, comuníquelo adjuntando el archivo de registro {log}.</translation>
    </message>
    <message>
        <source>Interrupted: {kind}, on {data}; {kept}.</source>
        <translation>Ejecución interrumpida: {kind}, con {data}; {kept}.</translation>
    </message>
    <message>
        <source>It almost equals the class: a single feature of the sound rarely separates classes this well.</source>
        <translation>Casi equivale a la clase: una sola característica del sonido rara vez separa tan bien las clases.</translation>
    </message>
    <message>
        <source>It begins once nothing else runs.</source>
        <translation>Empieza en cuanto no haya nada más en curso.</translation>
    </message>
    <message>
        <source>It is not known whether there is a newer version: the answer cannot be read. Try again later.</source>
        <translation>No se sabe si hay una versión más reciente: la respuesta no se puede leer. Inténtelo más tarde.</translation>
    </message>
    <message>
        <source>It is not known whether there is a newer version: {reason}. Check the network and try again.</source>
        <translation>No se sabe si hay una versión más reciente: {reason}. Compruebe la red e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>It sounds unlike all the music that the model learned from. The bars only say which genre is least far off.</source>
        <translation>No se parece a nada de la música con la que aprendió el modelo. Las barras solo indican qué género queda menos lejos.</translation>
    </message>
    <message>
        <source>It stays in Runs</source>
        <translation>Permanece en Ejecuciones</translation>
    </message>
    <message>
        <source>Its exact values repeat within a class: like a serial number, not like a measurement.</source>
        <translation>Sus valores exactos se repiten dentro de una clase: como un número de serie, no como una medición.</translation>
    </message>
    <message>
        <source>Its file or folder is not writable.</source>
        <translation>No se puede escribir en su archivo o carpeta.</translation>
    </message>
    <message>
        <source>Its name describes the file, not the sound.</source>
        <translation>Su nombre describe el archivo, no el sonido.</translation>
    </message>
    <message>
        <source>Its passport does not name its training data</source>
        <translation>Su ficha no indica sus datos de entrenamiento</translation>
    </message>
    <message>
        <source>JAMS, Audacity labels, Sonic Visualiser (*.jams *.txt *.svl)</source>
        <translation>JAMS, etiquetas de Audacity, Sonic Visualiser (*.jams *.txt *.svl)</translation>
    </message>
    <message>
        <source>Join with the section before</source>
        <translation>Unir con la sección anterior</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Conservar</translation>
    </message>
    <message>
        <source>Keep copies in one group</source>
        <translation>Mantener copias en un grupo</translation>
    </message>
    <message>
        <source>Keep pictures</source>
        <translation>Conservar imágenes</translation>
    </message>
    <message>
        <source>Keep playhead in view</source>
        <translation>Cabezal siempre visible</translation>
    </message>
    <message>
        <source>Keep the beats as they are</source>
        <translation>Dejar los pulsos como están</translation>
    </message>
    <message>
        <source>Kernel logistic regression</source>
        <translation>Regresión logística con núcleo</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Tonalidad</translation>
    </message>
    <message>
        <source>Key from</source>
        <translation>Tonalidad según</translation>
    </message>
    <message>
        <source>Key strength</source>
        <translation>Fuerza tonal</translation>
    </message>
    <message>
        <source>Key, edited in the library; measured: {measured}</source>
        <translation>Tonalidad, editada en la biblioteca; medida: {measured}</translation>
    </message>
    <message>
        <source>Key, measured or edited; filters also find 8A (Camelot) and ~Am (compatible)</source>
        <translation>Tonalidad, medida o editada; los filtros también encuentran 8A (Camelot) y ~Am (compatible)</translation>
    </message>
    <message>
        <source>Key: {name} (correlation {strength:.2f}); second: {second} ({second_strength:.2f})</source>
        <translation>Tonalidad: {name} (correlación {strength:.2f}); segunda: {second} ({second_strength:.2f})</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Kinds of features</source>
        <translation>Tipos de características</translation>
    </message>
    <message>
        <source>L&amp;icences</source>
        <translation>L&amp;icencias</translation>
    </message>
    <message>
        <source>LU range</source>
        <translation>LU de rango</translation>
    </message>
    <message>
        <source>La&amp;bels…</source>
        <translation>Eti&amp;quetas…</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Etiqueta</translation>
    </message>
    <message>
        <source>Label of the section</source>
        <translation>Etiqueta de la sección</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>Labels added by the user</source>
        <translation>Etiquetas añadidas por el usuario</translation>
    </message>
    <message>
        <source>Labels with analysed tracks: {labels}; at least two are needed.</source>
        <translation>Etiquetas con pistas analizadas: {labels}; se necesitan al menos dos.</translation>
    </message>
    <message>
        <source>Labels, separated by commas; Return adds them (L)</source>
        <translation>Etiquetas separadas por comas; Intro las añade (L)</translation>
    </message>
    <message>
        <source>Lanes</source>
        <translation>Carriles</translation>
    </message>
    <message>
        <source>Lanes and spectrogram</source>
        <translation>Carriles y espectrograma</translation>
    </message>
    <message>
        <source>Lang&amp;uage</source>
        <translation>I&amp;dioma</translation>
    </message>
    <message>
        <source>Leader board</source>
        <translation>Tabla de líderes</translation>
    </message>
    <message>
        <source>Learning curves</source>
        <translation>Curvas de aprendizaje</translation>
    </message>
    <message>
        <source>Least variance</source>
        <translation>Varianza mínima</translation>
    </message>
    <message>
        <source>Leave out {listed}</source>
        <translation>Excluir {listed}</translation>
    </message>
    <message>
        <source>Leave out {named}</source>
        <translation>Excluir {named}</translation>
    </message>
    <message>
        <source>Leave out {what}</source>
        <translation>Excluir {what}</translation>
    </message>
    <message>
        <source>Leave them out, or add to them.</source>
        <translation>Exclúyalas o amplíelas.</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Excluidas</translation>
    </message>
    <message>
        <source>Left out manually</source>
        <translation>Excluidas manualmente</translation>
    </message>
    <message>
        <source>Left out while reading: {columns}.</source>
        <translation>Columnas excluidas al leer: {columns}.</translation>
    </message>
    <message>
        <source>Left out, since it follows from the beats, which can be corrected: {column}. Rename it to learn from it.</source>
        <translation>Excluida porque se deriva de los pulsos, que pueden corregirse: {column}. Cámbiele el nombre para aprender de ella.</translation>
    </message>
    <message>
        <source>Left out, since they hold text: {columns}.</source>
        <translation>Columnas excluidas por contener texto: {columns}.</translation>
    </message>
    <message>
        <source>Left out, since they only number the rows: {columns}.</source>
        <translation>Columnas excluidas por solo numerar las filas: {columns}.</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Length of the passage</source>
        <translation>Duración del pasaje</translation>
    </message>
    <message>
        <source>Length of the track</source>
        <translation>Duración de la pista</translation>
    </message>
    <message>
        <source>Length {duration}</source>
        <translation>Duración {duration}</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Menos</translation>
    </message>
    <message>
        <source>Li&amp;brary</source>
        <translation>Bi&amp;blioteca</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Biblioteca</translation>
    </message>
    <message>
        <source>Library genres not updated</source>
        <translation>Géneros de la biblioteca no actualizados</translation>
    </message>
    <message>
        <source>Library labels</source>
        <translation>Etiquetas de la biblioteca</translation>
    </message>
    <message>
        <source>Library opened read-only. {reason}</source>
        <translation>Biblioteca abierta en solo lectura. {reason}</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licencia</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Licencias</translation>
    </message>
    <message>
        <source>Lift</source>
        <translation>Lift</translation>
    </message>
    <message>
        <source>Lift at 10 %</source>
        <translation>Lift al 10 %</translation>
    </message>
    <message>
        <source>Line breaks, unusual spaces and invisible characters in the names of classes were replaced: {classes}.</source>
        <translation>Se sustituyeron saltos de línea, espacios inusuales y caracteres invisibles en los nombres de las clases: {classes}.</translation>
    </message>
    <message>
        <source>Line breaks, unusual spaces and invisible characters in the names of columns were replaced: {names}.</source>
        <translation>Se sustituyeron saltos de línea, espacios inusuales y caracteres invisibles en los nombres de las columnas: {names}.</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>Lineal</translation>
    </message>
    <message>
        <source>Linear SVM</source>
        <translation>SVM lineal</translation>
    </message>
    <message>
        <source>Linear discriminant analysis</source>
        <translation>Análisis discriminante lineal</translation>
    </message>
    <message>
        <source>Listening for genres</source>
        <translation>Escuchando géneros</translation>
    </message>
    <message>
        <source>Listening for genres, window {number} of {n_windows}</source>
        <translation>Escuchando géneros, ventana {number} de {n_windows}</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Cargando…</translation>
    </message>
    <message>
        <source>Loc&amp;k selection</source>
        <translation>&amp;Bloquear selección</translation>
    </message>
    <message>
        <source>Locate fi&amp;le…</source>
        <translation>&amp;Localizar archivo…</translation>
    </message>
    <message>
        <source>Locate missing files in folde&amp;r…</source>
        <translation>Localizar en carpeta los q&amp;ue faltan…</translation>
    </message>
    <message>
        <source>Locate missing files in folder</source>
        <translation>Localizar en carpeta los archivos que faltan</translation>
    </message>
    <message>
        <source>Locate {name}</source>
        <translation>Localizar {name}</translation>
    </message>
    <message>
        <source>Lock beats from {start} to {end}</source>
        <translation>Bloquear pulsos de {start} a {end}</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>Log: {log_path}

{details}</source>
        <translation>Registro: {log_path}

{details}</translation>
    </message>
    <message>
        <source>Logistic regression</source>
        <translation>Regresión logística</translation>
    </message>
    <message>
        <source>Looking for similar tracks</source>
        <translation>Buscando pistas similares</translation>
    </message>
    <message>
        <source>Loop selection or whole piece</source>
        <translation>Repetir en bucle la selección o toda la pieza</translation>
    </message>
    <message>
        <source>Loudest and mean amplitude</source>
        <translation>Amplitud máxima y media</translation>
    </message>
    <message>
        <source>Loudest minus quietest level, in moving windows of 0.2 s</source>
        <translation>Nivel más alto menos el más bajo, en ventanas móviles de 0,2 s</translation>
    </message>
    <message>
        <source>Loudness</source>
        <translation>Sonoridad</translation>
    </message>
    <message>
        <source>Loudness in LUFS: momentary (area, 0.4 s) and short-term (line, 3 s)</source>
        <translation>Sonoridad en LUFS: momentánea (área, 0,4 s) y a corto plazo (línea, 3 s)</translation>
    </message>
    <message>
        <source>Loudness of the passage by ITU-R BS.1770, gated</source>
        <translation>Sonoridad del pasaje según ITU-R BS.1770, con puerta</translation>
    </message>
    <message>
        <source>Loudness of the passage less that of the whole piece</source>
        <translation>Sonoridad del pasaje menos la de toda la pieza</translation>
    </message>
    <message>
        <source>Loudness range</source>
        <translation>Rango de sonoridad</translation>
    </message>
    <message>
        <source>Loudness range by EBU Tech 3342</source>
        <translation>Rango de sonoridad según EBU Tech 3342</translation>
    </message>
    <message>
        <source>Loudness, up to {level} LUFS over 3 s</source>
        <translation>Sonoridad, hasta {level} LUFS en 3 s</translation>
    </message>
    <message>
        <source>Lower</source>
        <translation>Más bajo</translation>
    </message>
    <message>
        <source>Lower quartile</source>
        <translation>Cuartil inferior</translation>
    </message>
    <message>
        <source>MIDI tempo maps…</source>
        <translation>Mapas de tempo MIDI…</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Contenido</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Creado con</translation>
    </message>
    <message>
        <source>Main tabs</source>
        <translation>Pestañas principales</translation>
    </message>
    <message>
        <source>Make default</source>
        <translation>Predeterminar</translation>
    </message>
    <message>
        <source>Make the fits that are missing</source>
        <translation>Hacer los ajustes que faltan</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Mapa</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>Máximo</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Media</translation>
    </message>
    <message>
        <source>Mean over the whole piece</source>
        <translation>Media de toda la pieza</translation>
    </message>
    <message>
        <source>Mean ± standard deviation over the folds</source>
        <translation>Media ± desviación estándar entre particiones</translation>
    </message>
    <message>
        <source>Mean ± standard deviation over the folds that chose the best</source>
        <translation>Media ± desviación estándar entre las particiones que eligieron la mejor</translation>
    </message>
    <message>
        <source>Means</source>
        <translation>Medias</translation>
    </message>
    <message>
        <source>Means with 95 % intervals</source>
        <translation>Medias con intervalos del 95 %</translation>
    </message>
    <message>
        <source>Measure importance</source>
        <translation>Medir importancia</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Medido</translation>
    </message>
    <message>
        <source>Measured again after an edit of the beats</source>
        <translation>Medido de nuevo tras editar los pulsos</translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation>Midiendo</translation>
    </message>
    <message>
        <source>Measuring bar</source>
        <translation>Midiendo compás</translation>
    </message>
    <message>
        <source>Measuring bars</source>
        <translation>Midiendo compases</translation>
    </message>
    <message>
        <source>Measuring beat</source>
        <translation>Midiendo pulso</translation>
    </message>
    <message>
        <source>Measuring beats</source>
        <translation>Midiendo pulsos</translation>
    </message>
    <message>
        <source>Measuring importance for {name}</source>
        <translation>Midiendo la importancia para {name}</translation>
    </message>
    <message>
        <source>Measuring reasons</source>
        <translation>Midiendo motivos</translation>
    </message>
    <message>
        <source>Measuring reasons…</source>
        <translation>Midiendo motivos…</translation>
    </message>
    <message>
        <source>Measuring sections</source>
        <translation>Midiendo secciones</translation>
    </message>
    <message>
        <source>Measuring the harmony</source>
        <translation>Midiendo la armonía</translation>
    </message>
    <message>
        <source>Measuring the loudness</source>
        <translation>Midiendo la sonoridad</translation>
    </message>
    <message>
        <source>Measuring the spectrum</source>
        <translation>Midiendo el espectro</translation>
    </message>
    <message>
        <source>Measuring with librosa; its first calls compile</source>
        <translation>Midiendo con librosa; sus primeras llamadas compilan</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Mediana</translation>
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
        <translation>Coeficiente cepstral de frecuencia mel 0 del espectro mel logarítmico en dB; media de las tramas</translation>
    </message>
    <message>
        <source>Mel-frequency cepstral coefficient 0 of the log mel spectrum in dB; standard deviation over the frames</source>
        <translation>Coeficiente cepstral de frecuencia mel 0 del espectro mel logarítmico en dB; desviación estándar de las tramas</translation>
    </message>
    <message>
        <source>Mel-frequency cepstral coefficient 1 of the log mel spectrum in dB; mean over the frames</source>
        <translation>Coeficiente cepstral de frecuencia mel 1 del espectro mel logarítmico en dB; media de las tramas</translation>
    </message>
    <message>
        <source>Mel-frequency cepstral coefficient 1 of the log mel spectrum in dB; standard deviation over the frames</source>
        <translation>Coeficiente cepstral de frecuencia mel 1 del espectro mel logarítmico en dB; desviación estándar de las tramas</translation>
    </message>
    <message>
        <source>Mel-frequency cepstral coefficient 10 of the log mel spectrum in dB; mean over the frames</source>
        <translation>Coeficiente cepstral de frecuencia mel 10 del espectro mel logarítmico en dB; media de las tramas</translation>
    </message>
    <message>
        <source>Mel-frequency cepstral coefficient 10 of the log mel spectrum in dB; standard deviation over the frames</source>
        <translation>Coeficiente cepstral de frecuencia mel 10 del espectro mel logarítmico en dB; desviación estándar de las tramas</translation>
    </message>
    <message>
        <source>Mel-frequency cepstral coefficient 11 of the log mel spectrum in dB; mean over the frames</source>
        <translation>Coeficiente cepstral de frecuencia mel 11 del espectro mel logarítmico en dB; media de las tramas</translation>
    </message>
    <message>
        <source>Mel-frequency cepstral coefficient 11 of the log mel spectrum in dB; standard deviation over the frames</source>
        <translation>Coeficiente cepstral de frecuencia mel 11 del espectro mel logarítmico en dB; desviación estándar de las tramas</translation>
    </message>
    <message>
        <source>Mel-frequency cepstral coefficient 12 of the log mel spectrum in dB; mean over the frames</source>
        <translation>Coeficiente cepstral de frecuencia mel 12 del espectro mel logarítmico en dB; media de las tramas</translation>
    </message>
    <message>
        <source>Mel-frequency cepstral coefficient 12 of the log mel spectrum in dB; standard deviation over the frames</source>
        <translation>Coeficiente cepstral de frecuencia mel 12 del espectro mel logarítmico en dB; desviación estándar de las tramas</translation>
    </message>
    <message>
        <source>Mel-frequency cepstral coefficient 13 of the log mel spectrum in dB; mean over the frames</source>
        <translation>Coeficiente cepstral de frecuencia mel 13 del espectro mel logarítmico en dB; media de las tramas</translation>
    </message>
    <message>
        <source>Mel-frequency cepstral coefficient 13 of the log mel spectrum in dB; standard deviation over the frames</source>
        <translation>Coeficiente cepstral de frecuencia mel 13 del espectro mel logarítmico en dB; desviación estándar de las tramas</translation>
    </message>
    <message>
        <source>Mel-frequency cepstral coefficient 14 of the log mel spectrum in dB; mean over the frames</source>
        <translation>Coeficiente cepstral de frecuencia mel 14 del espectro mel logarítmico en dB; media de las tramas</translation>
    </message>
    <message>
        <source>Mel-frequency cepstral coefficient 14 of the log mel spectrum in dB; standard deviation over the frames</source>
        <translation>Coeficiente cepstral de frecuencia mel 14 del espectro mel logarítmico en dB; desviación estándar de las tramas</translation>
    </message>
    <message>
        <source>Mel-frequency cepstral coefficient 15 of the log mel spectrum in dB; mean over the frames</source>
        <translation>Coeficiente cepstral de frecuencia mel 15 del espectro mel logarítmico en dB; media de las tramas</translation>
    </message>
    <message>
        <source>Mel-frequency cepstral coefficient 15 of the log mel spectrum in dB; standard deviation over the frames</source>
        <translation>Coeficiente cepstral de frecuencia mel 15 del espectro mel logarítmico en dB; desviación estándar de las tramas</translation>
    </message>
    <message>
        <source>Mel-frequency cepstral coefficient 16 of the log mel spectrum in dB; mean over the frames</source>
        <translation>Coeficiente cepstral de frecuencia mel 16 del espectro mel logarítmico en dB; media de las tramas</translation>
    </message>
    <message>
        <source>Mel-frequency cepstral coefficient 16 of the log mel spectrum in dB; standard deviation over the frames</source>
        <translation>Coeficiente cepstral de frecuencia mel 16 del espectro mel logarítmico en dB; desviación estándar de las tramas</translation>
    </message>
    <message>
        <source>Mel-frequency cepstral coefficient 17 of the log mel spectrum in dB; mean over the frames</source>
        <translation>Coeficiente cepstral de frecuencia mel 17 del espectro mel logarítmico en dB; media de las tramas</translation>
    </message>
    <message>
        <source>Mel-frequency cepstral coefficient 17 of the log mel spectrum in dB; standard deviation over the frames</source>
        <translation>Coeficiente cepstral de frecuencia mel 17 del espectro mel logarítmico en dB; desviación estándar de las tramas</translation>
    </message>
    <message>
        <source>Mel-frequency cepstral coefficient 18 of the log mel spectrum in dB; mean over the frames</source>
        <translation>Coeficiente cepstral de frecuencia mel 18 del espectro mel logarítmico en dB; media de las tramas</translation>
    </message>
    <message>
        <source>Mel-frequency cepstral coefficient 18 of the log mel spectrum in dB; standard deviation over the frames</source>
        <translation>Coeficiente cepstral de frecuencia mel 18 del espectro mel logarítmico en dB; desviación estándar de las tramas</translation>
    </message>
    <message>
        <source>Mel-frequency cepstral coefficient 19 of the log mel spectrum in dB; mean over the frames</source>
        <translation>Coeficiente cepstral de frecuencia mel 19 del espectro mel logarítmico en dB; media de las tramas</translation>
    </message>
    <message>
        <source>Mel-frequency cepstral coefficient 19 of the log mel spectrum in dB; standard deviation over the frames</source>
        <translation>Coeficiente cepstral de frecuencia mel 19 del espectro mel logarítmico en dB; desviación estándar de las tramas</translation>
    </message>
    <message>
        <source>Mel-frequency cepstral coefficient 2 of the log mel spectrum in dB; mean over the frames</source>
        <translation>Coeficiente cepstral de frecuencia mel 2 del espectro mel logarítmico en dB; media de las tramas</translation>
    </message>
    <message>
        <source>Mel-frequency cepstral coefficient 2 of the log mel spectrum in dB; standard deviation over the frames</source>
        <translation>Coeficiente cepstral de frecuencia mel 2 del espectro mel logarítmico en dB; desviación estándar de las tramas</translation>
    </message>
    <message>
        <source>Mel-frequency cepstral coefficient 3 of the log mel spectrum in dB; mean over the frames</source>
        <translation>Coeficiente cepstral de frecuencia mel 3 del espectro mel logarítmico en dB; media de las tramas</translation>
    </message>
    <message>
        <source>Mel-frequency cepstral coefficient 3 of the log mel spectrum in dB; standard deviation over the frames</source>
        <translation>Coeficiente cepstral de frecuencia mel 3 del espectro mel logarítmico en dB; desviación estándar de las tramas</translation>
    </message>
    <message>
        <source>Mel-frequency cepstral coefficient 4 of the log mel spectrum in dB; mean over the frames</source>
        <translation>Coeficiente cepstral de frecuencia mel 4 del espectro mel logarítmico en dB; media de las tramas</translation>
    </message>
    <message>
        <source>Mel-frequency cepstral coefficient 4 of the log mel spectrum in dB; standard deviation over the frames</source>
        <translation>Coeficiente cepstral de frecuencia mel 4 del espectro mel logarítmico en dB; desviación estándar de las tramas</translation>
    </message>
    <message>
        <source>Mel-frequency cepstral coefficient 5 of the log mel spectrum in dB; mean over the frames</source>
        <translation>Coeficiente cepstral de frecuencia mel 5 del espectro mel logarítmico en dB; media de las tramas</translation>
    </message>
    <message>
        <source>Mel-frequency cepstral coefficient 5 of the log mel spectrum in dB; standard deviation over the frames</source>
        <translation>Coeficiente cepstral de frecuencia mel 5 del espectro mel logarítmico en dB; desviación estándar de las tramas</translation>
    </message>
    <message>
        <source>Mel-frequency cepstral coefficient 6 of the log mel spectrum in dB; mean over the frames</source>
        <translation>Coeficiente cepstral de frecuencia mel 6 del espectro mel logarítmico en dB; media de las tramas</translation>
    </message>
    <message>
        <source>Mel-frequency cepstral coefficient 6 of the log mel spectrum in dB; standard deviation over the frames</source>
        <translation>Coeficiente cepstral de frecuencia mel 6 del espectro mel logarítmico en dB; desviación estándar de las tramas</translation>
    </message>
    <message>
        <source>Mel-frequency cepstral coefficient 7 of the log mel spectrum in dB; mean over the frames</source>
        <translation>Coeficiente cepstral de frecuencia mel 7 del espectro mel logarítmico en dB; media de las tramas</translation>
    </message>
    <message>
        <source>Mel-frequency cepstral coefficient 7 of the log mel spectrum in dB; standard deviation over the frames</source>
        <translation>Coeficiente cepstral de frecuencia mel 7 del espectro mel logarítmico en dB; desviación estándar de las tramas</translation>
    </message>
    <message>
        <source>Mel-frequency cepstral coefficient 8 of the log mel spectrum in dB; mean over the frames</source>
        <translation>Coeficiente cepstral de frecuencia mel 8 del espectro mel logarítmico en dB; media de las tramas</translation>
    </message>
    <message>
        <source>Mel-frequency cepstral coefficient 8 of the log mel spectrum in dB; standard deviation over the frames</source>
        <translation>Coeficiente cepstral de frecuencia mel 8 del espectro mel logarítmico en dB; desviación estándar de las tramas</translation>
    </message>
    <message>
        <source>Mel-frequency cepstral coefficient 9 of the log mel spectrum in dB; mean over the frames</source>
        <translation>Coeficiente cepstral de frecuencia mel 9 del espectro mel logarítmico en dB; media de las tramas</translation>
    </message>
    <message>
        <source>Mel-frequency cepstral coefficient 9 of the log mel spectrum in dB; standard deviation over the frames</source>
        <translation>Coeficiente cepstral de frecuencia mel 9 del espectro mel logarítmico en dB; desviación estándar de las tramas</translation>
    </message>
    <message>
        <source>Memory limit per file</source>
        <translation>Límite de memoria por archivo</translation>
    </message>
    <message>
        <source>Merge {listed}</source>
        <translation>Unir {listed}</translation>
    </message>
    <message>
        <source>Metre</source>
        <translation>Métrica</translation>
    </message>
    <message>
        <source>Metre &amp;from here on</source>
        <translation>Métrica desde &amp;aquí</translation>
    </message>
    <message>
        <source>Metre from here on</source>
        <translation>Métrica desde aquí</translation>
    </message>
    <message>
        <source>Metre: {metre} beats in most bars</source>
        <translation>Métrica: {metre} pulsos en la mayoría de los compases</translation>
    </message>
    <message>
        <source>Metronome &amp;click</source>
        <translation>Clic del metró&amp;nomo</translation>
    </message>
    <message>
        <source>Metronome click</source>
        <translation>Clic del metrónomo</translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation>Mínimo</translation>
    </message>
    <message>
        <source>Minutes and seconds; bars</source>
        <translation>Minutos y segundos; compases</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Falta</translation>
    </message>
    <message>
        <source>Mistakes of {name}, most confident first</source>
        <translation>Errores de {name}, los más seguros primero</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Model name</source>
        <translation>Nombre del modelo</translation>
    </message>
    <message>
        <source>Model: {model_name}</source>
        <translation>Modelo: {model_name}</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>Modulation</source>
        <translation>Modulación</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>More features: rhythm, modulation, tonality, and percentiles of timbre and level. A folder that was analysed without them is analysed again; tracks of the library that lack them are left out until they are analysed again.</source>
        <translation>Más características: ritmo, modulación, tonalidad y percentiles de timbre y nivel. Una carpeta que se analizó sin ellas se vuelve a analizar; las pistas de la biblioteca que no las tienen se omiten hasta que se vuelvan a analizar.</translation>
    </message>
    <message>
        <source>More tools</source>
        <translation>Más herramientas</translation>
    </message>
    <message>
        <source>Most alike in your library</source>
        <translation>Lo más parecido de su biblioteca</translation>
    </message>
    <message>
        <source>Most alike: {agree}
Most different: {differ}</source>
        <translation>Lo más parecido: {agree}
Lo más distinto: {differ}</translation>
    </message>
    <message>
        <source>Most in {worst}: {most} of {n_rows:,} rows. They are replaced by the median of the training rows. If values are missing more often in one class, that alone reveals the class.</source>
        <translation>Sobre todo en {worst}: {most} de {n_rows:,} filas. Se sustituyen por la mediana de las filas de entrenamiento. Si faltan más valores en una clase, eso basta para delatarla.</translation>
    </message>
    <message>
        <source>Most probable genre</source>
        <translation>Género más probable</translation>
    </message>
    <message>
        <source>Most usual tempo of {n_beats} beats</source>
        <translation>Tempo más habitual de {n_beats} pulsos</translation>
    </message>
    <message>
        <source>Move beat at {time} by {ms} ms</source>
        <translation>Mover {ms} ms el pulso de {time}</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Bajar</translation>
    </message>
    <message>
        <source>Move grid from {time} by {ms} ms</source>
        <translation>Mover {ms} ms la rejilla desde {time}</translation>
    </message>
    <message>
        <source>Move section border</source>
        <translation>Mover límite de sección</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Subir</translation>
    </message>
    <message>
        <source>Multilayer perceptron</source>
        <translation>Perceptrón multicapa</translation>
    </message>
    <message>
        <source>Music</source>
        <translation>Música</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Silenciar</translation>
    </message>
    <message>
        <source>Mutual information (bits)</source>
        <translation>Información mutua (bits)</translation>
    </message>
    <message>
        <source>Naive Bayes</source>
        <translation>Bayes ingenuo</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Name of the file</source>
        <translation>Nombre del archivo</translation>
    </message>
    <message>
        <source>Name of the run</source>
        <translation>Nombre de la ejecución</translation>
    </message>
    <message>
        <source>Near copies not searched in {n_rows:,} rows</source>
        <translation>No se buscaron copias aproximadas en {n_rows:,} filas</translation>
    </message>
    <message>
        <source>Nearest neighbours</source>
        <translation>Vecinos más cercanos</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nuevo</translation>
    </message>
    <message>
        <source>Next clip</source>
        <translation>Clip siguiente</translation>
    </message>
    <message>
        <source>No &amp;beats in selection</source>
        <translation>Si&amp;n pulsos en la selección</translation>
    </message>
    <message>
        <source>No analysis to compare with. Analyse the track again (F5) or choose another.</source>
        <translation>No hay análisis con el que comparar. Analice la pista de nuevo (F5) o elija otra.</translation>
    </message>
    <message>
        <source>No application opens folders. It is {folder}.</source>
        <translation>Ninguna aplicación abre carpetas. La carpeta es {folder}.</translation>
    </message>
    <message>
        <source>No application opens this file type. It is saved in {path}.</source>
        <translation>Ninguna aplicación abre este tipo de archivo. Está guardado en {path}.</translation>
    </message>
    <message>
        <source>No audio file in {names}. Choose another folder or drop a file.</source>
        <translation>No hay archivos de audio en {names}. Elija otra carpeta o suelte un archivo.</translation>
    </message>
    <message>
        <source>No audio files found.</source>
        <translation>No se encontraron archivos de audio.</translation>
    </message>
    <message>
        <source>No audio files to measure with; name a clip.</source>
        <translation>No hay archivos de audio con los que medir; indique un clip.</translation>
    </message>
    <message>
        <source>No audio for {name}: the data is a table of numbers.</source>
        <translation>Sin audio para {name}: los datos son una tabla de números.</translation>
    </message>
    <message>
        <source>No bars</source>
        <translation>Sin compases</translation>
    </message>
    <message>
        <source>No bars found</source>
        <translation>No hay compases</translation>
    </message>
    <message>
        <source>No bars found: where they start is a guess.</source>
        <translation>No se detectaron compases: su inicio es una suposición.</translation>
    </message>
    <message>
        <source>No beats</source>
        <translation>Sin pulsos</translation>
    </message>
    <message>
        <source>No beats could be proposed: {reason}</source>
        <translation>No se pudieron proponer pulsos: {reason}</translation>
    </message>
    <message>
        <source>No beats found</source>
        <translation>No hay pulsos</translation>
    </message>
    <message>
        <source>No beats found: the piece is silent, too short or without clear onsets.</source>
        <translation>No se detectaron pulsos: la pieza está en silencio, es demasiado corta o no tiene ataques claros.</translation>
    </message>
    <message>
        <source>No beats from {start} to {end}</source>
        <translation>Sin pulsos de {start} a {end}</translation>
    </message>
    <message>
        <source>No beats, so no bars</source>
        <translation>Sin pulsos no hay compases</translation>
    </message>
    <message>
        <source>No beats, so no tempo</source>
        <translation>Sin pulsos no hay tempo</translation>
    </message>
    <message>
        <source>No beats: tap along (T), type a tempo (P), or double-click where one is</source>
        <translation>Sin pulsos: marque al ritmo (T), escriba un tempo (P) o haga doble clic donde haya uno</translation>
    </message>
    <message>
        <source>No check for updates</source>
        <translation>No se pudieron buscar actualizaciones</translation>
    </message>
    <message>
        <source>No chord</source>
        <translation>Sin acorde</translation>
    </message>
    <message>
        <source>No chords found.</source>
        <translation>No hay acordes.</translation>
    </message>
    <message>
        <source>No chords without beats</source>
        <translation>Sin pulsos no hay acordes</translation>
    </message>
    <message>
        <source>No chords without beats.</source>
        <translation>Sin pulsos no hay acordes.</translation>
    </message>
    <message>
        <source>No clear key</source>
        <translation>Sin tonalidad clara</translation>
    </message>
    <message>
        <source>No clip open.
Drop an audio file on the window.</source>
        <translation>Ningún clip abierto.
Suelte un archivo de audio en la ventana.</translation>
    </message>
    <message>
        <source>No clip open.
Genres appear here after the analysis.</source>
        <translation>Ningún clip abierto.
Los géneros aparecen aquí tras el análisis.</translation>
    </message>
    <message>
        <source>No column matches “{filter}”</source>
        <translation>Ninguna columna coincide con «{filter}»</translation>
    </message>
    <message>
        <source>No column varies.</source>
        <translation>Ninguna columna varía.</translation>
    </message>
    <message>
        <source>No combination could be fitted: {reason}.</source>
        <translation>No se pudo ajustar ninguna combinación: {reason}.</translation>
    </message>
    <message>
        <source>No combination dropped so far.</source>
        <translation>Ninguna combinación descartada hasta ahora.</translation>
    </message>
    <message>
        <source>No curves</source>
        <translation>Sin curvas</translation>
    </message>
    <message>
        <source>No curves without probabilities: {without}</source>
        <translation>Sin curvas por falta de probabilidades: {without}</translation>
    </message>
    <message>
        <source>No data yet</source>
        <translation>Aún no hay datos</translation>
    </message>
    <message>
        <source>No effect of groups</source>
        <translation>Los grupos no influyen</translation>
    </message>
    <message>
        <source>No estimate on untouched rows: the best score is that of the folds that chose it, and optimistic.</source>
        <translation>Sin estimación con filas no usadas: la mejor puntuación es la de las particiones que la eligieron, y es optimista.</translation>
    </message>
    <message>
        <source>No failed files</source>
        <translation>Sin archivos fallidos</translation>
    </message>
    <message>
        <source>No feature matches “{filter}”</source>
        <translation>Ninguna característica coincide con «{filter}»</translation>
    </message>
    <message>
        <source>No file is missing.</source>
        <translation>No falta ningún archivo.</translation>
    </message>
    <message>
        <source>No findings.</source>
        <translation>Sin hallazgos.</translation>
    </message>
    <message>
        <source>No further clip in the queue.</source>
        <translation>No hay más clips en la cola.</translation>
    </message>
    <message>
        <source>No genre prediction for this clip</source>
        <translation>Sin predicción de género para este clip</translation>
    </message>
    <message>
        <source>No genres: no genre model could be loaded.</source>
        <translation>Sin géneros: no se pudo cargar ningún modelo de géneros.</translation>
    </message>
    <message>
        <source>No groups</source>
        <translation>Sin grupos</translation>
    </message>
    <message>
        <source>No groups in its training data</source>
        <translation>Sin grupos en sus datos de entrenamiento</translation>
    </message>
    <message>
        <source>No learning curves yet</source>
        <translation>Aún no hay curvas de aprendizaje</translation>
    </message>
    <message>
        <source>No loudness</source>
        <translation>Sin sonoridad</translation>
    </message>
    <message>
        <source>No missing files.</source>
        <translation>No falta ningún archivo.</translation>
    </message>
    <message>
        <source>No missing values in {n_rows:,} rows and {n_columns} columns.</source>
        <translation>No faltan valores en {n_rows:,} filas y {n_columns} columnas.</translation>
    </message>
    <message>
        <source>No mistakes of {name}</source>
        <translation>Ningún error de {name}</translation>
    </message>
    <message>
        <source>No model selected</source>
        <translation>Ningún modelo seleccionado</translation>
    </message>
    <message>
        <source>No other model to compare with</source>
        <translation>No hay otro modelo con el que comparar</translation>
    </message>
    <message>
        <source>No piece could be measured.</source>
        <translation>No se pudo medir ninguna pieza.</translation>
    </message>
    <message>
        <source>No prediction: some features are not numbers.</source>
        <translation>Sin predicción: algunas características no son números.</translation>
    </message>
    <message>
        <source>No prediction: the piece is silent or too short to have all the features.</source>
        <translation>Sin predicción: la pieza está en silencio o es demasiado corta para tener todas las características.</translation>
    </message>
    <message>
        <source>No run with these data and settings was interrupted; repeat the command without --resume to begin one.</source>
        <translation>No se interrumpió ninguna ejecución con estos datos y esta configuración; repita el comando sin --resume para empezar una.</translation>
    </message>
    <message>
        <source>No runs yet</source>
        <translation>Aún no hay ejecuciones</translation>
    </message>
    <message>
        <source>No sections</source>
        <translation>Sin secciones</translation>
    </message>
    <message>
        <source>No song sheet could be made.{left_out}</source>
        <translation>No se pudo crear ninguna ficha de canción.{left_out}</translation>
    </message>
    <message>
        <source>No sound device found</source>
        <translation>No hay dispositivo de sonido</translation>
    </message>
    <message>
        <source>No sound device found; playback is off.</source>
        <translation>No se encontró ningún dispositivo de sonido; reproducción desactivada.</translation>
    </message>
    <message>
        <source>No steady tempo</source>
        <translation>Sin tempo estable</translation>
    </message>
    <message>
        <source>No steady tempo found: the beats are a guess.</source>
        <translation>No se encontró un tempo estable: los pulsos son una suposición.</translation>
    </message>
    <message>
        <source>No tags were written that could be restored.</source>
        <translation>No se escribieron metadatos que se puedan restaurar.</translation>
    </message>
    <message>
        <source>No tempo found; the genre follows from the other features.</source>
        <translation>No se encontró tempo; el género se deduce de las demás características.</translation>
    </message>
    <message>
        <source>No tempo without beats</source>
        <translation>Sin pulsos no hay tempo</translation>
    </message>
    <message>
        <source>No track matches “{path}”.</source>
        <translation>Ninguna pista coincide con «{path}».</translation>
    </message>
    <message>
        <source>No track of the library has the label “{label}”.</source>
        <translation>Ninguna pista de la biblioteca tiene la etiqueta «{label}».</translation>
    </message>
    <message>
        <source>No tree shown yet</source>
        <translation>Aún no se muestra ningún árbol</translation>
    </message>
    <message>
        <source>No trees</source>
        <translation>Sin árboles</translation>
    </message>
    <message>
        <source>No value after “{name}:”.</source>
        <translation>Falta el valor tras «{name}:».</translation>
    </message>
    <message>
        <source>No value in any row.</source>
        <translation>Ninguna fila tiene valor.</translation>
    </message>
    <message>
        <source>No {passages} found.</source>
        <translation>No hay {passages}.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
    <message>
        <source>None of its genres; nearest: {named}</source>
        <translation>Ninguno de sus géneros; el más cercano: {named}</translation>
    </message>
    <message>
        <source>None of the labels of {name} ({labels} …) is known to both models; compare them on other data.</source>
        <translation>Ninguna de las etiquetas de {name} ({labels} …) es conocida por ambos modelos; compárelos con otros datos.</translation>
    </message>
    <message>
        <source>None of the {files} files in {name} could be analysed{first}.</source>
        <translation>No se pudo analizar ninguno de los {files} archivos de {name}{first}.</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>Ninguno de estos</translation>
    </message>
    <message>
        <source>None of these runs has a score.</source>
        <translation>Ninguna de estas ejecuciones tiene puntuación.</translation>
    </message>
    <message>
        <source>None of these tracks has been analysed, so there is nothing to export.</source>
        <translation>Ninguna de estas pistas está analizada, así que no hay nada que exportar.</translation>
    </message>
    <message>
        <source>None of these tracks has been analysed.</source>
        <translation>Ninguna de estas pistas está analizada.</translation>
    </message>
    <message>
        <source>None of these tracks is a file that such a playlist can name.</source>
        <translation>Ninguna de estas pistas es un archivo que pueda figurar en una lista de este tipo.</translation>
    </message>
    <message>
        <source>None of these: it sounds unlike all the music from which the model learned its {count} genres. The percentages only say which of them is least far off.</source>
        <translation>Ninguno de estos: no se parece a la música con la que el modelo aprendió sus {count} géneros. Los porcentajes solo indican cuál de ellos es el menos lejano.</translation>
    </message>
    <message>
        <source>None of these; nearest:</source>
        <translation>Ninguno de estos; el más cercano:</translation>
    </message>
    <message>
        <source>None of these; nearest: {label}</source>
        <translation>Ninguno de estos; el más cercano: {label}</translation>
    </message>
    <message>
        <source>None of these; nearest: {named}</source>
        <translation>Ninguno de estos; el más cercano: {named}</translation>
    </message>
    <message>
        <source>Not added</source>
        <translation>No añadido</translation>
    </message>
    <message>
        <source>Not analysed</source>
        <translation>Sin analizar</translation>
    </message>
    <message>
        <source>Not analysed, so it cannot be played here. Return opens it in the clip tab.</source>
        <translation>Sin analizar, por lo que no se puede reproducir aquí. Intro la abre en la pestaña Clip.</translation>
    </message>
    <message>
        <source>Not analysed.
Use File › Analyse clip again (Ctrl+R).</source>
        <translation>Sin analizar.
Use Archivo › Analizar clip de nuevo (Ctrl+R).</translation>
    </message>
    <message>
        <source>Not examined. Reports of training and models made of these data say so.</source>
        <translation>Sin examinar. Los informes de entrenamiento y los modelos hechos con estos datos lo indican.</translation>
    </message>
    <message>
        <source>Not examined: the doctor was skipped.</source>
        <translation>Sin examinar: se omitió el doctor.</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>No encontrado</translation>
    </message>
    <message>
        <source>Not measured</source>
        <translation>Sin medir</translation>
    </message>
    <message>
        <source>Not measured yet</source>
        <translation>Aún sin medir</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>Not steady</source>
        <translation>No estable</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Notes only. Nothing changes until you choose a remedy.</source>
        <translation>Solo notas. Nada cambia hasta que elija un remedio.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Sin resultados</translation>
    </message>
    <message>
        <source>Nothing has been logged yet.</source>
        <translation>Aún no se ha registrado nada.</translation>
    </message>
    <message>
        <source>Nothing is known of {name} that such a file could hold.</source>
        <translation>No se sabe nada de {name} que pueda guardarse en un archivo así.</translation>
    </message>
    <message>
        <source>Nothing moves it by as much as 1 %.</source>
        <translation>Nada lo hace variar ni un 1 %.</translation>
    </message>
    <message>
        <source>Nothing searched yet</source>
        <translation>Aún no hay búsquedas</translation>
    </message>
    <message>
        <source>Nothing sounds in this piece.</source>
        <translation>No suena nada en esta pieza.</translation>
    </message>
    <message>
        <source>Nothing to correlate</source>
        <translation>Nada que correlacionar</translation>
    </message>
    <message>
        <source>Nothing to do again in this library.</source>
        <translation>No hay nada que rehacer en esta biblioteca.</translation>
    </message>
    <message>
        <source>Nothing to undo in this library.</source>
        <translation>No hay nada que deshacer en esta biblioteca.</translation>
    </message>
    <message>
        <source>Nothing trained yet</source>
        <translation>Aún no hay entrenamientos</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Avisos</translation>
    </message>
    <message>
        <source>Novelty</source>
        <translation>Novedad</translation>
    </message>
    <message>
        <source>Nudge by {ms} ms</source>
        <translation>Desplazar {ms} ms</translation>
    </message>
    <message>
        <source>Nudge by {ms} ms from {start}</source>
        <translation>Desplazar {ms} ms desde {start}</translation>
    </message>
    <message>
        <source>Nudge {ms} ms &amp;later</source>
        <translation>&amp;Retrasar {ms} ms</translation>
    </message>
    <message>
        <source>Nudge {ms} ms ea&amp;rlier</source>
        <translation>Adela&amp;ntar {ms} ms</translation>
    </message>
    <message>
        <source>Nudge {ms} ms earlier</source>
        <translation>Adelantar {ms} ms</translation>
    </message>
    <message>
        <source>Nudge {ms} ms later</source>
        <translation>Retrasar {ms} ms</translation>
    </message>
    <message>
        <source>Nudge {n_beats} beats</source>
        <translation>Desplazar {n_beats} pulsos</translation>
    </message>
    <message>
        <source>Number of the bar; 1 starts at the first downbeat, 0 is the pick-up</source>
        <translation>Número del compás; 1 empieza en el primer pulso del primer compás, 0 es la anacrusa</translation>
    </message>
    <message>
        <source>Numbers (Pearson)</source>
        <translation>Números (Pearson)</translation>
    </message>
    <message>
        <source>Numbers of this program and of librosa</source>
        <translation>Valores de este programa y de librosa</translation>
    </message>
    <message>
        <source>O&amp;utput device</source>
        <translation>Dispositivo de sali&amp;da</translation>
    </message>
    <message>
        <source>Old</source>
        <translation>Antiguo</translation>
    </message>
    <message>
        <source>On a fixed split</source>
        <translation>Con una división fija</translation>
    </message>
    <message>
        <source>On these rows {here}. {why}, so that is too high.</source>
        <translation>En estas filas {here}. {why}, así que es demasiado alta.</translation>
    </message>
    <message>
        <source>On these rows {here}. {why}, so that may be too high.</source>
        <translation>En estas filas {here}. {why}, así que puede ser demasiado alta.</translation>
    </message>
    <message>
        <source>One PDF, a page for each…</source>
        <translation>Un PDF, una página para cada una…</translation>
    </message>
    <message>
        <source>One class against all others, by its probability on held-out rows of all folds together. AUC 0.5, lift 1, and an average precision that equals the share of the class are chance. Choose a class to compare estimators.</source>
        <translation>Una clase frente a todas las demás, según su probabilidad en las filas reservadas de todas las particiones juntas. AUC 0,5, lift 1 y una precisión media igual a la proporción de la clase equivalen al azar. Elija una clase para comparar estimadores.</translation>
    </message>
    <message>
        <source>One column</source>
        <translation>Una columna</translation>
    </message>
    <message>
        <source>One of the 58 genre features</source>
        <translation>Una de las 58 características de género</translation>
    </message>
    <message>
        <source>One row</source>
        <translation>Una fila</translation>
    </message>
    <message>
        <source>One-hot</source>
        <translation>One-hot</translation>
    </message>
    <message>
        <source>Only empty tags</source>
        <translation>Solo los vacíos</translation>
    </message>
    <message>
        <source>Only keys that mix well: the same, its relative, a fifth up or down</source>
        <translation>Solo tonalidades que mezclan bien: la misma, su relativa, una quinta arriba o abajo</translation>
    </message>
    <message>
        <source>Only this tempo, half or double</source>
        <translation>Solo este tempo, la mitad o el doble</translation>
    </message>
    <message>
        <source>Only {duration} s long; the model was trained on {trained_on:g} s. Results are less reliable.</source>
        <translation>Solo dura {duration} s; el modelo se entrenó con {trained_on:g} s. Los resultados son menos fiables.</translation>
    </message>
    <message>
        <source>Onset tempo (as in the study): strongest periodicity of the onsets, weighted towards 120 BPM, whatever the beats are; empty without onsets</source>
        <translation>Tempo de ataques (como en el estudio): periodicidad más fuerte de los ataques, ponderada hacia 120 BPM, sean cuales sean los pulsos; vacío sin ataques</translation>
    </message>
    <message>
        <source>Onset tempo (as in the study): {tempo} BPM</source>
        <translation>Tempo de ataques (como en el estudio): {tempo} BPM</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Open &amp;demo clip</source>
        <translation>Abrir &amp;demostración</translation>
    </message>
    <message>
        <source>Open &amp;folder…</source>
        <translation>Abrir &amp;carpeta…</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Abrir &amp;reciente</translation>
    </message>
    <message>
        <source>Open a cell to see its rows.</source>
        <translation>Abra una celda para ver sus filas.</translation>
    </message>
    <message>
        <source>Open a cell: its rows · Why?: reasons for and against each class</source>
        <translation>Abrir una celda: sus filas · ¿Por qué?: motivos a favor y en contra de cada clase</translation>
    </message>
    <message>
        <source>Open a run folder</source>
        <translation>Abrir carpeta de ejecución</translation>
    </message>
    <message>
        <source>Open a run folder…</source>
        <translation>Abrir carpeta de ejecución…</translation>
    </message>
    <message>
        <source>Open a table of features with labels, or a folder with a subfolder for each class.</source>
        <translation>Abra una tabla de características con etiquetas o una carpeta con una subcarpeta para cada clase.</translation>
    </message>
    <message>
        <source>Open a&amp;nother library…</source>
        <translation>Abrir otra &amp;biblioteca…</translation>
    </message>
    <message>
        <source>Open and play
{path}
Distance {distance:.0f} % of the usual between tracks</source>
        <translation>Abrir y reproducir
{path}
Distancia: {distance:.0f} % de la habitual entre pistas</translation>
    </message>
    <message>
        <source>Open and play {name}</source>
        <translation>Abrir y reproducir {name}</translation>
    </message>
    <message>
        <source>Open another library…</source>
        <translation>Abrir otra biblioteca…</translation>
    </message>
    <message>
        <source>Open clip</source>
        <translation>Abrir clip</translation>
    </message>
    <message>
        <source>Open clips</source>
        <translation>Abrir clips</translation>
    </message>
    <message>
        <source>Open data first: both models are compared on its rows.</source>
        <translation>Abra primero los datos: ambos modelos se comparan con sus filas.</translation>
    </message>
    <message>
        <source>Open data first: the model is fitted on all rows.</source>
        <translation>Abra primero los datos: el modelo se ajusta con todas las filas.</translation>
    </message>
    <message>
        <source>Open demo clip</source>
        <translation>Abrir demostración</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Abrir carpeta</translation>
    </message>
    <message>
        <source>Open folder of classes</source>
        <translation>Abrir carpeta de clases</translation>
    </message>
    <message>
        <source>Open folder of classes…</source>
        <translation>Abrir carpeta de clases…</translation>
    </message>
    <message>
        <source>Open now: {data}.</source>
        <translation>Abierto ahora: {data}.</translation>
    </message>
    <message>
        <source>Open or create library</source>
        <translation>Abrir o crear biblioteca</translation>
    </message>
    <message>
        <source>Open page</source>
        <translation>Abrir página</translation>
    </message>
    <message>
        <source>Open report</source>
        <translation>Abrir informe</translation>
    </message>
    <message>
        <source>Open table</source>
        <translation>Abrir tabla</translation>
    </message>
    <message>
        <source>Open table of groups</source>
        <translation>Abrir tabla de grupos</translation>
    </message>
    <message>
        <source>Open table…</source>
        <translation>Abrir tabla…</translation>
    </message>
    <message>
        <source>Open the file&apos;s folder</source>
        <translation>Abrir la carpeta del archivo</translation>
    </message>
    <message>
        <source>Open {path}</source>
        <translation>Abrir {path}</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>Abriendo</translation>
    </message>
    <message>
        <source>Opening the library</source>
        <translation>Abriendo la biblioteca</translation>
    </message>
    <message>
        <source>Opening {name}</source>
        <translation>Abriendo {name}</translation>
    </message>
    <message>
        <source>Opening {title}</source>
        <translation>Abriendo {title}</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Abrir…</translation>
    </message>
    <message>
        <source>Orange: path of {name}</source>
        <translation>Naranja: camino de {name}</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Otras</translation>
    </message>
    <message>
        <source>Other rows</source>
        <translation>Otras filas</translation>
    </message>
    <message>
        <source>Outdated</source>
        <translation>Obsoleto</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Vista</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>Parámetro</translation>
    </message>
    <message>
        <source>Parameters of {name}</source>
        <translation>Parámetros de {name}</translation>
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
        <translation>Partes del programa</translation>
    </message>
    <message>
        <source>Passage</source>
        <translation>Pasaje</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Ruta</translation>
    </message>
    <message>
        <source>Path of the file</source>
        <translation>Ruta del archivo</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Pause (Space)</source>
        <translation>Pausa (Espacio)</translation>
    </message>
    <message>
        <source>Paused at {settled:,} of {total:,}</source>
        <translation>En pausa: {settled:,} de {total:,}</translation>
    </message>
    <message>
        <source>Peaks above valleys in seven octave bands; mean over the frames</source>
        <translation>Picos sobre valles en siete bandas de octava; media de las tramas</translation>
    </message>
    <message>
        <source>Peaks above valleys in seven octave bands; standard deviation over the frames</source>
        <translation>Picos sobre valles en siete bandas de octava; desviación estándar de las tramas</translation>
    </message>
    <message>
        <source>Percussive</source>
        <translation>Percusivo</translation>
    </message>
    <message>
        <source>Percussive part</source>
        <translation>Parte percusiva</translation>
    </message>
    <message>
        <source>Permutation importance</source>
        <translation>Importancia por permutación</translation>
    </message>
    <message>
        <source>Permutation importance: the columns of one kind of feature are shuffled together on held-out rows; bars show the accuracy lost. Takes one fit for each fold.</source>
        <translation>Importancia por permutación: las columnas de un tipo de característica se mezclan juntas en las filas reservadas; las barras muestran la exactitud perdida. Requiere un ajuste por partición.</translation>
    </message>
    <message>
        <source>Picture over time</source>
        <translation>Imagen a lo largo del tiempo</translation>
    </message>
    <message>
        <source>Pictures (PNG)…</source>
        <translation>Imágenes (PNG)…</translation>
    </message>
    <message>
        <source>Pictures of the model</source>
        <translation>Gráficos del modelo</translation>
    </message>
    <message>
        <source>Place of the key on the Camelot wheel; neighbours mix well</source>
        <translation>Posición de la tonalidad en la rueda de Camelot; las contiguas mezclan bien</translation>
    </message>
    <message>
        <source>Place of the section in the piece, from 1; its label stands beside it</source>
        <translation>Posición de la sección en la pieza, desde 1; su etiqueta figura al lado</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Reproducir</translation>
    </message>
    <message>
        <source>Play &amp;on past selection</source>
        <translation>&amp;Continuar tras la selección</translation>
    </message>
    <message>
        <source>Play most c&amp;haracteristic 30 s</source>
        <translation>Reproducir los 30 s &amp;más característicos</translation>
    </message>
    <message>
        <source>Play selected song (Return)</source>
        <translation>Reproducir la canción seleccionada (Intro)</translation>
    </message>
    <message>
        <source>Play selected track (Space)</source>
        <translation>Reproducir la pista seleccionada (Espacio)</translation>
    </message>
    <message>
        <source>Play song</source>
        <translation>Reproducir canción</translation>
    </message>
    <message>
        <source>Play the clip (Space), then tap T on each beat.</source>
        <translation>Reproduzca el clip (Espacio) y marque cada pulso con T.</translation>
    </message>
    <message>
        <source>Play the most characteristic 30 s</source>
        <translation>Reproducir los 30 s más característicos</translation>
    </message>
    <message>
        <source>Playback failed: {reason}</source>
        <translation>Falló la reproducción: {reason}</translation>
    </message>
    <message>
        <source>Playing through default device</source>
        <translation>Se usa el dispositivo predeterminado</translation>
    </message>
    <message>
        <source>Playlist of {tracks} saved in {path}.{left_out}</source>
        <translation>Lista de reproducción de {tracks} guardada en {path}.{left_out}</translation>
    </message>
    <message>
        <source>Polynomial SVM</source>
        <translation>SVM polinómica</translation>
    </message>
    <message>
        <source>PortAudio library not found</source>
        <translation>No se encuentra la biblioteca PortAudio</translation>
    </message>
    <message>
        <source>PortAudio library not found; playback is off.</source>
        <translation>No se encontró la biblioteca PortAudio; reproducción desactivada.</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Posición</translation>
    </message>
    <message>
        <source>Position in track</source>
        <translation>Posición en la pista</translation>
    </message>
    <message>
        <source>Position in track (Shift+Left, Shift+Right)</source>
        <translation>Posición en la pista (Mayús+Izquierda, Mayús+Derecha)</translation>
    </message>
    <message>
        <source>Position of the beat in its bar; 1 is the downbeat</source>
        <translation>Posición del pulso en su compás; 1 es el primer pulso</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Precisión</translation>
    </message>
    <message>
        <source>Precision–recall</source>
        <translation>Precisión–exhaustividad</translation>
    </message>
    <message>
        <source>Predicted</source>
        <translation>Predicha</translation>
    </message>
    <message>
        <source>Preparation</source>
        <translation>Preparación</translation>
    </message>
    <message>
        <source>Preparation ●</source>
        <translation>Preparación ●</translation>
    </message>
    <message>
        <source>Preparation, changed</source>
        <translation>Preparación, cambiada</translation>
    </message>
    <message>
        <source>Preparation: {own}.</source>
        <translation>Preparación: {own}.</translation>
    </message>
    <message>
        <source>Press to take these beats; hover to see them, and to hear them while the clip plays</source>
        <translation>Haga clic para usar estos pulsos; pase el puntero para verlos, y para oírlos mientras suena el clip</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Probabilidad</translation>
    </message>
    <message>
        <source>Probability of that genre</source>
        <translation>Probabilidad de ese género</translation>
    </message>
    <message>
        <source>Probability that the tracked beats are right</source>
        <translation>Probabilidad de que los pulsos detectados sean correctos</translation>
    </message>
    <message>
        <source>Processes on this computer. Default: number of cores minus one.</source>
        <translation>Procesos en este equipo. Valor predeterminado: número de núcleos menos uno.</translation>
    </message>
    <message>
        <source>Progress is shown below.</source>
        <translation>El progreso se muestra abajo.</translation>
    </message>
    <message>
        <source>Progress of the analysis</source>
        <translation>Progreso del análisis</translation>
    </message>
    <message>
        <source>Progress of the check</source>
        <translation>Progreso de la comparación</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>Progreso de la exportación</translation>
    </message>
    <message>
        <source>Progress of the prediction</source>
        <translation>Progreso de la predicción</translation>
    </message>
    <message>
        <source>Progress of the training</source>
        <translation>Progreso del entrenamiento</translation>
    </message>
    <message>
        <source>Proposal: {what}</source>
        <translation>Propuesta: {what}</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protocolo</translation>
    </message>
    <message>
        <source>Protocols</source>
        <translation>Protocolos</translation>
    </message>
    <message>
        <source>Provenance</source>
        <translation>Procedencia</translation>
    </message>
    <message>
        <source>Pulse and onsets</source>
        <translation>Pulso y ataques</translation>
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
        <translation>Cola: clip {index} de {n_paths}</translation>
    </message>
    <message>
        <source>RBF SVM</source>
        <translation>SVM RBF</translation>
    </message>
    <message>
        <source>Racing</source>
        <translation>Carrera</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>Aleatorias</translation>
    </message>
    <message>
        <source>Random and grouped</source>
        <translation>Aleatorias y agrupadas</translation>
    </message>
    <message>
        <source>Random folds</source>
        <translation>Particiones aleatorias</translation>
    </message>
    <message>
        <source>Random folds score {gap:.0f} points too high</source>
        <translation>Las particiones aleatorias puntúan {gap:.0f} puntos de más</translation>
    </message>
    <message>
        <source>Random forest</source>
        <translation>Bosque aleatorio</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Rango</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Puesto</translation>
    </message>
    <message>
        <source>Rank correlation: {listed}. Scores are hardly affected, but the columns share their importance, so each looks less important than it is.</source>
        <translation>Correlación de rangos: {listed}. Las puntuaciones apenas cambian, pero las columnas se reparten la importancia y cada una parece menos importante de lo que es.</translation>
    </message>
    <message>
        <source>Ranking</source>
        <translation>Ranking</translation>
    </message>
    <message>
        <source>Ranking of columns</source>
        <translation>Ranking de columnas</translation>
    </message>
    <message>
        <source>Ranking the columns</source>
        <translation>Ordenando las columnas</translation>
    </message>
    <message>
        <source>Ranking the columns, once nothing else runs…</source>
        <translation>Ordenando las columnas, en cuanto no haya nada más en curso…</translation>
    </message>
    <message>
        <source>Ranks (Spearman)</source>
        <translation>Rangos (Spearman)</translation>
    </message>
    <message>
        <source>Ratio of samples above 1e-5 in the harmonic part to those in the percussive part</source>
        <translation>Proporción entre las muestras superiores a 1e-5 de la parte armónica y las de la percusiva</translation>
    </message>
    <message>
        <source>Reading beats</source>
        <translation>Leyendo pulsos</translation>
    </message>
    <message>
        <source>Reading sections</source>
        <translation>Leyendo secciones</translation>
    </message>
    <message>
        <source>Reading tags</source>
        <translation>Leyendo metadatos</translation>
    </message>
    <message>
        <source>Reading tags of file {number:,} of {n_tracks:,}</source>
        <translation>Leyendo metadatos del archivo {number:,} de {n_tracks:,}</translation>
    </message>
    <message>
        <source>Reading the demo songs</source>
        <translation>Leyendo las canciones de demostración</translation>
    </message>
    <message>
        <source>Reading the library</source>
        <translation>Leyendo la biblioteca</translation>
    </message>
    <message>
        <source>Reading the list of runs</source>
        <translation>Leyendo la lista de ejecuciones</translation>
    </message>
    <message>
        <source>Reading the models</source>
        <translation>Leyendo los modelos</translation>
    </message>
    <message>
        <source>Reading track {start:,} of {n_tracks:,}</source>
        <translation>Leyendo pista {start:,} de {n_tracks:,}</translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation>Leyendo {name}</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Reason of the failure</source>
        <translation>Motivo del fallo</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>Motivos</translation>
    </message>
    <message>
        <source>Reasons for and against each class</source>
        <translation>Motivos a favor y en contra de cada clase</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Exhaustividad</translation>
    </message>
    <message>
        <source>Recall by class</source>
        <translation>Exhaustividad por clase</translation>
    </message>
    <message>
        <source>Recall of each class: </source>
        <translation>Exhaustividad de cada clase: </translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Recientes</translation>
    </message>
    <message>
        <source>Recent…</source>
        <translation>Recientes…</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>Receta</translation>
    </message>
    <message>
        <source>Refu&amp;se proposal</source>
        <translation>Rec&amp;hazar propuesta</translation>
    </message>
    <message>
        <source>Refuse (Esc)</source>
        <translation>Rechazar (Esc)</translation>
    </message>
    <message>
        <source>Rely on</source>
        <translation>Confíe en</translation>
    </message>
    <message>
        <source>Remedies</source>
        <translation>Remedios</translation>
    </message>
    <message>
        <source>Remedies can be undone · Alt+1 to Alt+7: steps</source>
        <translation>Los remedios se pueden deshacer · Alt+1 a Alt+7: pasos</translation>
    </message>
    <message>
        <source>Remo&amp;ve from library</source>
        <translation>Quitar &amp;de la biblioteca</translation>
    </message>
    <message>
        <source>Remo&amp;ve selected beats</source>
        <translation>&amp;Quitar pulsos seleccionados</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Remove beat at {time}</source>
        <translation>Quitar pulso en {time}</translation>
    </message>
    <message>
        <source>Remove border</source>
        <translation>Quitar límite</translation>
    </message>
    <message>
        <source>Remove from list</source>
        <translation>Quitar de la lista</translation>
    </message>
    <message>
        <source>Remove label {text}</source>
        <translation>Quitar etiqueta {text}</translation>
    </message>
    <message>
        <source>Remove section border</source>
        <translation>Quitar límite de sección</translation>
    </message>
    <message>
        <source>Remove the selected files from the library; they stay on disk</source>
        <translation>Quitar de la biblioteca los archivos seleccionados; siguen en el disco</translation>
    </message>
    <message>
        <source>Remove {n_beats} beats</source>
        <translation>Quitar {n_beats} pulsos</translation>
    </message>
    <message>
        <source>Remove “{text}”</source>
        <translation>Quitar «{text}»</translation>
    </message>
    <message>
        <source>Rename every {label}…</source>
        <translation>Renombrar todas las secciones {label}…</translation>
    </message>
    <message>
        <source>Rename section</source>
        <translation>Renombrar sección</translation>
    </message>
    <message>
        <source>Rename this one…</source>
        <translation>Renombrar solo esta…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Renombrar…</translation>
    </message>
    <message>
        <source>Repetitions</source>
        <translation>Repeticiones</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Restablecer</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Restablecer todo</translation>
    </message>
    <message>
        <source>Reset beats</source>
        <translation>Restablecer pulsos</translation>
    </message>
    <message>
        <source>Reset columns</source>
        <translation>Restablecer columnas</translation>
    </message>
    <message>
        <source>Reset sections</source>
        <translation>Restablecer secciones</translation>
    </message>
    <message>
        <source>Reset the selected parameter</source>
        <translation>Restablecer el parámetro seleccionado</translation>
    </message>
    <message>
        <source>Reset to study</source>
        <translation>Valores del estudio</translation>
    </message>
    <message>
        <source>Restore last</source>
        <translation>Restaurar últimos</translation>
    </message>
    <message>
        <source>Restore ta&amp;gs</source>
        <translation>Restaurar metadat&amp;os</translation>
    </message>
    <message>
        <source>Restoring tags</source>
        <translation>Restaurando metadatos</translation>
    </message>
    <message>
        <source>Restoring tags of</source>
        <translation>Restaurando metadatos del</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Results of other data than are open now. They are of {text}. {difference}</source>
        <translation>Resultados de datos distintos de los abiertos. Son de {text}. {difference}</translation>
    </message>
    <message>
        <source>Results of other settings than are chosen now. They are of {text}. Chosen now: {chosen}.</source>
        <translation>Resultados de una configuración distinta de la elegida. Son de {text}. Elegido ahora: {chosen}.</translation>
    </message>
    <message>
        <source>Results of the search</source>
        <translation>Resultados de la búsqueda</translation>
    </message>
    <message>
        <source>Results of the training</source>
        <translation>Resultados del entrenamiento</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
    <message>
        <source>Return or a pause ends</source>
        <translation>Terminar: Intro o una pausa</translation>
    </message>
    <message>
        <source>Return: make default · Drop a model file to add it</source>
        <translation>Intro: predeterminar · Suelte un archivo de modelo para añadirlo</translation>
    </message>
    <message>
        <source>Rhythm</source>
        <translation>Ritmo</translation>
    </message>
    <message>
        <source>Root mean square of the harmonic part; mean over the frames</source>
        <translation>Valor eficaz (RMS) de la parte armónica; media de las tramas</translation>
    </message>
    <message>
        <source>Root mean square of the percussive part; mean over the frames</source>
        <translation>Valor eficaz (RMS) de la parte percusiva; media de las tramas</translation>
    </message>
    <message>
        <source>Root mean square of the samples (1 = full scale); mean over the frames</source>
        <translation>Valor eficaz (RMS) de las muestras (1 = escala completa); media de las tramas</translation>
    </message>
    <message>
        <source>Root mean square of the samples (1 = full scale); standard deviation over the frames</source>
        <translation>Valor eficaz (RMS) de las muestras (1 = escala completa); desviación estándar de las tramas</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Fila</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Filas</translation>
    </message>
    <message>
        <source>Rows of a table: no audio to play</source>
        <translation>Filas de una tabla: sin audio que reproducir</translation>
    </message>
    <message>
        <source>Rows of a table: no audio to play.</source>
        <translation>Filas de una tabla: sin audio que reproducir.</translation>
    </message>
    <message>
        <source>Rows of each class</source>
        <translation>Filas de cada clase</translation>
    </message>
    <message>
        <source>Rows of each class: </source>
        <translation>Filas de cada clase: </translation>
    </message>
    <message>
        <source>Rows with different predictions</source>
        <translation>Filas con predicciones distintas</translation>
    </message>
    <message>
        <source>Rows with different predictions: {n_rows:,}</source>
        <translation>Filas con predicciones distintas: {n_rows:,}</translation>
    </message>
    <message>
        <source>Rows, classes or groups were changed since: {data}.</source>
        <translation>Las filas, clases o grupos han cambiado desde entonces: {data}.</translation>
    </message>
    <message>
        <source>Rows: true class. Columns: predicted class.</source>
        <translation>Filas: clase real. Columnas: clase predicha.</translation>
    </message>
    <message>
        <source>Run settings</source>
        <translation>Configuración de la ejecución</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Ejecuciones</translation>
    </message>
    <message>
        <source>Runs at low priority. Applies to the next batch.</source>
        <translation>Se ejecuta con prioridad baja. Se aplica al próximo lote.</translation>
    </message>
    <message>
        <source>SVM on quantiles</source>
        <translation>SVM sobre cuantiles</translation>
    </message>
    <message>
        <source>Sa&amp;ve selection as audio…</source>
        <translation>&amp;Guardar selección como audio…</translation>
    </message>
    <message>
        <source>Same prediction for every row.{left}</source>
        <translation>Misma predicción en todas las filas.{left}</translation>
    </message>
    <message>
        <source>Samples reach {peak:,.1f} times full scale; levels are given as they are.</source>
        <translation>Las muestras alcanzan {peak:,.1f} veces la escala completa; los niveles se indican sin cambios.</translation>
    </message>
    <message>
        <source>Save classifier as model</source>
        <translation>Guardar clasificador como modelo</translation>
    </message>
    <message>
        <source>Save model</source>
        <translation>Guardar modelo</translation>
    </message>
    <message>
        <source>Save name and note</source>
        <translation>Guardar nombre y nota</translation>
    </message>
    <message>
        <source>Save selection as audio</source>
        <translation>Guardar selección como audio</translation>
    </message>
    <message>
        <source>Save son&amp;g sheet…</source>
        <translation>Guardar &amp;ficha de canción…</translation>
    </message>
    <message>
        <source>Save song sheet</source>
        <translation>Guardar ficha de canción</translation>
    </message>
    <message>
        <source>Save this table as CSV or Parquet</source>
        <translation>Guardar esta tabla como CSV o Parquet</translation>
    </message>
    <message>
        <source>Save tracks as CSV or Parquet (Ctrl+E)</source>
        <translation>Guardar pistas como CSV o Parquet (Ctrl+E)</translation>
    </message>
    <message>
        <source>Saved {rows} to {name} in {path}.</source>
        <translation>Guardado en {path}: {name}, {rows}.</translation>
    </message>
    <message>
        <source>Saving {name}</source>
        <translation>Guardando {name}</translation>
    </message>
    <message>
        <source>Scaler</source>
        <translation>Escalado</translation>
    </message>
    <message>
        <source>Score, fit, check and save</source>
        <translation>Puntuar, ajustar, comprobar y guardar</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Puntuaciones</translation>
    </message>
    <message>
        <source>Scores mislead until the warnings are resolved. Nothing changes until you choose a remedy.</source>
        <translation>Las puntuaciones engañan mientras no se resuelvan las advertencias. Nada cambia hasta que elija un remedio.</translation>
    </message>
    <message>
        <source>Scores of each class</source>
        <translation>Puntuaciones de cada clase</translation>
    </message>
    <message>
        <source>Scores side by side</source>
        <translation>Puntuaciones lado a lado</translation>
    </message>
    <message>
        <source>Scoring {name}</source>
        <translation>Puntuando {name}</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>Configuración de la búsqueda</translation>
    </message>
    <message>
        <source>Search {n_combinations:,} combinations</source>
        <translation>Buscar {n_combinations:,} combinaciones</translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>Buscando</translation>
    </message>
    <message>
        <source>Searching for audio files…</source>
        <translation>Buscando archivos de audio…</translation>
    </message>
    <message>
        <source>Searching {name} for audio files</source>
        <translation>Buscando archivos de audio en {name}</translation>
    </message>
    <message>
        <source>Second estimator</source>
        <translation>Segundo estimador</translation>
    </message>
    <message>
        <source>Section and chord at the playhead: {words}</source>
        <translation>Sección y acorde en el cabezal: {words}</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Secciones</translation>
    </message>
    <message>
        <source>Sections less the song</source>
        <translation>Secciones menos la canción</translation>
    </message>
    <message>
        <source>Sections; equal letters repeat each other. Click selects, dragging a border moves it (Alt: off the downbeats), a double click renames, a right click offers more</source>
        <translation>Secciones; las letras iguales se repiten. Un clic selecciona, arrastrar un límite lo mueve (Alt: fuera de los primeros pulsos), un doble clic cambia el nombre, un clic derecho ofrece más</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Semilla</translation>
    </message>
    <message>
        <source>Select &amp;next beat</source>
        <translation>Se&amp;leccionar pulso siguiente</translation>
    </message>
    <message>
        <source>Select a model in the list to see its passport.</source>
        <translation>Seleccione un modelo de la lista para ver su ficha.</translation>
    </message>
    <message>
        <source>Select a parameter to read what it means. Double-click its value to change it.</source>
        <translation>Seleccione un parámetro para leer qué significa. Haga doble clic en su valor para cambiarlo.</translation>
    </message>
    <message>
        <source>Select a passage first: drag on the ruler, or drag with Shift.</source>
        <translation>Seleccione antes un pasaje: arrastre en la regla o arrastre con Mayús.</translation>
    </message>
    <message>
        <source>Select a passage first: drag on the ruler, or with Shift in the picture.</source>
        <translation>Seleccione antes un pasaje: arrastre en la regla, o con Mayús en la imagen.</translation>
    </message>
    <message>
        <source>Select a row: scores explained · Esc: stop (finished fits are kept)</source>
        <translation>Seleccionar una fila: puntuaciones explicadas · Esc: detener (los ajustes terminados se conservan)</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Seleccionar todo</translation>
    </message>
    <message>
        <source>Select and play the passage that is most like the whole piece (X)</source>
        <translation>Seleccionar y reproducir el pasaje más parecido a la pieza completa (X)</translation>
    </message>
    <message>
        <source>Select baselines on the left and train them. Scores appear here fold by fold.</source>
        <translation>Seleccione modelos de referencia a la izquierda y entrénelos. Las puntuaciones aparecen aquí partición a partición.</translation>
    </message>
    <message>
        <source>Select beats first: click one, Shift+click another for all between.</source>
        <translation>Seleccione antes los pulsos: haga clic en uno y Mayús+clic en otro para incluir los intermedios.</translation>
    </message>
    <message>
        <source>Select previo&amp;us beat</source>
        <translation>&amp;Seleccionar pulso anterior</translation>
    </message>
    <message>
        <source>Select tracks to see details and add labels.</source>
        <translation>Seleccione pistas para ver detalles y añadir etiquetas.</translation>
    </message>
    <message>
        <source>Select “Learning curves” before training to see whether more rows would help.</source>
        <translation>Marque «Curvas de aprendizaje» antes de entrenar para ver si más filas ayudarían.</translation>
    </message>
    <message>
        <source>Selected model</source>
        <translation>Modelo seleccionado</translation>
    </message>
    <message>
        <source>Selection saved in {path}.</source>
        <translation>Selección guardada en {path}.</translation>
    </message>
    <message>
        <source>Set aside and create new</source>
        <translation>Apartar y crear una nueva</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Opción</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Configuración</translation>
    </message>
    <message>
        <source>Settings of {name}</source>
        <translation>Configuración de {name}</translation>
    </message>
    <message>
        <source>Settings that differ</source>
        <translation>Diferencias de configuración</translation>
    </message>
    <message>
        <source>Settings: {name}</source>
        <translation>Configuración: {name}</translation>
    </message>
    <message>
        <source>Sh&amp;ift</source>
        <translation>Despla&amp;zar</translation>
    </message>
    <message>
        <source>Shade cells by value</source>
        <translation>Sombrear celdas según el valor</translation>
    </message>
    <message>
        <source>Share model</source>
        <translation>Compartir modelo</translation>
    </message>
    <message>
        <source>Share of neighbouring samples with opposite signs, mean over the frames</source>
        <translation>Proporción de muestras contiguas de signo opuesto, media de las tramas</translation>
    </message>
    <message>
        <source>Share of the class</source>
        <translation>Proporción de la clase</translation>
    </message>
    <message>
        <source>Share…</source>
        <translation>Compartir…</translation>
    </message>
    <message>
        <source>Shift &amp;half a beat later</source>
        <translation>Retrasar &amp;medio pulso</translation>
    </message>
    <message>
        <source>Shift half a beat &amp;earlier</source>
        <translation>&amp;Adelantar medio pulso</translation>
    </message>
    <message>
        <source>Shift half a beat earlier</source>
        <translation>Adelantar medio pulso</translation>
    </message>
    <message>
        <source>Shift half a beat later</source>
        <translation>Retrasar medio pulso</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Show &amp;all</source>
        <translation>Mostrar t&amp;odo</translation>
    </message>
    <message>
        <source>Show a track the moment it is opened. Takes about 0.13 MB per track, 13 GB for 100,000 tracks.</source>
        <translation>Muestra una pista en cuanto se abre. Ocupa unos 0,13 MB por pista, 13 GB para 100.000 pistas.</translation>
    </message>
    <message>
        <source>Show all columns</source>
        <translation>Mostrar todas las columnas</translation>
    </message>
    <message>
        <source>Show failed files</source>
        <translation>Mostrar archivos fallidos</translation>
    </message>
    <message>
        <source>Show failed files with reasons</source>
        <translation>Mostrar los archivos fallidos con sus motivos</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>Mostrar carpeta</translation>
    </message>
    <message>
        <source>Show how each section differs from the song as a whole</source>
        <translation>Mostrar en qué difiere cada sección del conjunto de la canción</translation>
    </message>
    <message>
        <source>Show in fol&amp;der</source>
        <translation>Mostra&amp;r en carpeta</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Mostrar en carpeta</translation>
    </message>
    <message>
        <source>Show its results without fitting again</source>
        <translation>Mostrar sus resultados sin volver a ajustar</translation>
    </message>
    <message>
        <source>Show labels and details of the selection (Ctrl+I)</source>
        <translation>Mostrar etiquetas y detalles de la selección (Ctrl+I)</translation>
    </message>
    <message>
        <source>Show rows</source>
        <translation>Mostrar filas</translation>
    </message>
    <message>
        <source>Show run folder</source>
        <translation>Mostrar carpeta</translation>
    </message>
    <message>
        <source>Show the features of the song as a table</source>
        <translation>Mostrar las características de la canción en una tabla</translation>
    </message>
    <message>
        <source>Show the summary of the song in place of its features</source>
        <translation>Mostrar el resumen de la canción en lugar de sus características</translation>
    </message>
    <message>
        <source>Show tree</source>
        <translation>Mostrar árbol</translation>
    </message>
    <message>
        <source>Shows which features the estimators rely on. Takes some seconds.</source>
        <translation>Muestra en qué características se apoyan los estimadores. Tarda unos segundos.</translation>
    </message>
    <message>
        <source>Silence and very short clips have none.</source>
        <translation>Los silencios y los clips muy cortos no tienen.</translation>
    </message>
    <message>
        <source>Silent</source>
        <translation>Silencio</translation>
    </message>
    <message>
        <source>Silent, too short or not measured</source>
        <translation>En silencio, demasiado corto o sin medir</translation>
    </message>
    <message>
        <source>Similar to {whom}. Left: distance; half of all tracks are beyond 100 %</source>
        <translation>Similares a {whom}. Izquierda: distancia; la mitad de las pistas supera el 100 %</translation>
    </message>
    <message>
        <source>Six columns</source>
        <translation>Seis columnas</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Omitir</translation>
    </message>
    <message>
        <source>Slo&amp;wer</source>
        <translation>Má&amp;s lento</translation>
    </message>
    <message>
        <source>Song features</source>
        <translation>Características de la canción</translation>
    </message>
    <message>
        <source>Song sheet of {what}</source>
        <translation>Ficha de canción de {what}</translation>
    </message>
    <message>
        <source>Song sheet saved in {path}.</source>
        <translation>Ficha de canción guardada en {path}.</translation>
    </message>
    <message>
        <source>Song sheet {number:,} of {n_files:,}</source>
        <translation>Ficha de canción {number:,} de {n_files:,}</translation>
    </message>
    <message>
        <source>Song sheets of {what}</source>
        <translation>Fichas de canción de {what}</translation>
    </message>
    <message>
        <source>Sonic Visualiser layers…</source>
        <translation>Capas de Sonic Visualiser…</translation>
    </message>
    <message>
        <source>Sort by date added</source>
        <translation>Ordenar por fecha de adición</translation>
    </message>
    <message>
        <source>Sort by time</source>
        <translation>Ordenar por tiempo</translation>
    </message>
    <message>
        <source>Sort by {title}</source>
        <translation>Ordenar por {title}</translation>
    </message>
    <message>
        <source>Sound device lost</source>
        <translation>Dispositivo perdido</translation>
    </message>
    <message>
        <source>Sound device lost; press play to search again.</source>
        <translation>Se perdió el dispositivo de sonido; pulse reproducir para buscarlo de nuevo.</translation>
    </message>
    <message>
        <source>Sound on</source>
        <translation>Con sonido</translation>
    </message>
    <message>
        <source>Sounds the same as {path}</source>
        <translation>Suena igual que {path}</translation>
    </message>
    <message>
        <source>Space shows or hides a lane, Alt and an arrow key moves it, + and − size it.</source>
        <translation>Espacio muestra u oculta un carril, Alt y una flecha lo mueven, + y − cambian su altura.</translation>
    </message>
    <message>
        <source>Space: play selected track</source>
        <translation>Espacio: reproducir la pista seleccionada</translation>
    </message>
    <message>
        <source>Space: play · Return: open · Ctrl+L: label · Ctrl+F: filter · F1: guide · ?: keys</source>
        <translation>Espacio: reproducir · Intro: abrir · Ctrl+L: etiquetar · Ctrl+F: filtrar · F1: guía · ?: teclas</translation>
    </message>
    <message>
        <source>Space: play · Wheel: zoom · Drag: pan · Click: seek · F1: guide · ?: keys</source>
        <translation>Espacio: reproducir · Rueda: zoom · Arrastrar: desplazar · Clic: ir ahí · F1: guía · ?: teclas</translation>
    </message>
    <message>
        <source>Spectrogram</source>
        <translation>Espectrograma</translation>
    </message>
    <message>
        <source>Spectrogram; its axis, range and gain: Shift+L</source>
        <translation>Espectrograma; eje, rango y ganancia: Mayús+L</translation>
    </message>
    <message>
        <source>Spectrum</source>
        <translation>Espectro</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Velocidad</translation>
    </message>
    <message>
        <source>Speed as recor&amp;ded</source>
        <translation>Velocidad ori&amp;ginal</translation>
    </message>
    <message>
        <source>Speed as recorded</source>
        <translation>Velocidad original</translation>
    </message>
    <message>
        <source>Speed: {per_cent} %</source>
        <translation>Velocidad: {per_cent} %</translation>
    </message>
    <message>
        <source>Speed: {per_cent} %, at the same pitch ([ slower, ] faster, \ as recorded)</source>
        <translation>Velocidad: {per_cent} %, sin cambiar el tono ([ más lento, ] más rápido, \ original)</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Fijas</translation>
    </message>
    <message>
        <source>Spread of the magnitude spectrum around its centroid; mean over the frames</source>
        <translation>Dispersión del espectro de magnitud en torno a su centroide; media de las tramas</translation>
    </message>
    <message>
        <source>Spread of the magnitude spectrum around its centroid; standard deviation over the frames</source>
        <translation>Dispersión del espectro de magnitud en torno a su centroide; desviación estándar de las tramas</translation>
    </message>
    <message>
        <source>Start no further files</source>
        <translation>No empezar más archivos</translation>
    </message>
    <message>
        <source>Start no further fits; running ones finish</source>
        <translation>No iniciar más ajustes; los que están en curso terminan</translation>
    </message>
    <message>
        <source>Start of the passage</source>
        <translation>Inicio del pasaje</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Iniciando</translation>
    </message>
    <message>
        <source>Starting processes</source>
        <translation>Iniciando procesos</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Pasos</translation>
    </message>
    <message>
        <source>Stop a file that takes longer and list it as failed</source>
        <translation>Detener un archivo que tarde más y anotarlo como fallido</translation>
    </message>
    <message>
        <source>Stop editing beats (Esc, B)</source>
        <translation>Dejar de editar pulsos (Esc, B)</translation>
    </message>
    <message>
        <source>Stop the analysis (Esc)</source>
        <translation>Detener el análisis (Esc)</translation>
    </message>
    <message>
        <source>Stop the check</source>
        <translation>Detener la comparación</translation>
    </message>
    <message>
        <source>Stop the export</source>
        <translation>Detener la exportación</translation>
    </message>
    <message>
        <source>Stop the prediction</source>
        <translation>Detener la predicción</translation>
    </message>
    <message>
        <source>Stop watching {text}</source>
        <translation>Dejar de vigilar {text}</translation>
    </message>
    <message>
        <source>Stop what is running (Esc)</source>
        <translation>Detener lo que está en curso (Esc)</translation>
    </message>
    <message>
        <source>Stop; finished files are kept, the rest can be resumed</source>
        <translation>Detener; se conservan los archivos terminados y el resto se puede reanudar</translation>
    </message>
    <message>
        <source>Stopped. Files that were written can be restored with Library › Restore tags.</source>
        <translation>Detenido. Los archivos ya escritos se pueden restaurar con Biblioteca › Restaurar metadatos.</translation>
    </message>
    <message>
        <source>Stopped. {n_fits:,} fits are kept; the same search resumes from them.</source>
        <translation>Detenida. Se conservan {n_fits:,} ajustes; la misma búsqueda se reanuda a partir de ellos.</translation>
    </message>
    <message>
        <source>Stopped: it needed more than {gigabytes:.2g} GB, the memory limit per file.</source>
        <translation>Detenido: necesitó más de {gigabytes:.2g} GB, el límite de memoria por archivo.</translation>
    </message>
    <message>
        <source>Stopped: it took longer than {seconds:g} s, the time limit per file.</source>
        <translation>Detenido: tardó más de {seconds:g} s, el límite de tiempo por archivo.</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>Estrategia</translation>
    </message>
    <message>
        <source>Strength of the twelve pitch classes</source>
        <translation>Intensidad de las doce clases de altura</translation>
    </message>
    <message>
        <source>Strength of the twelve pitch classes relative to the frame&apos;s strongest, from the STFT; mean over the frames</source>
        <translation>Intensidad de las doce clases de altura respecto a la más fuerte de la trama, a partir de la STFT; media de las tramas</translation>
    </message>
    <message>
        <source>Strength of the twelve pitch classes relative to the frame&apos;s strongest, from the STFT; standard deviation over the frames</source>
        <translation>Intensidad de las doce clases de altura respecto a la más fuerte de la trama, a partir de la STFT; desviación estándar de las tramas</translation>
    </message>
    <message>
        <source>Strength of the twelve pitch classes, quantised and smoothed, from a constant-Q transform; mean over the frames</source>
        <translation>Intensidad de las doce clases de altura, cuantizada y suavizada, a partir de una transformada de Q constante; media de las tramas</translation>
    </message>
    <message>
        <source>Strength of the twelve pitch classes, quantised and smoothed, from a constant-Q transform; standard deviation over the frames</source>
        <translation>Intensidad de las doce clases de altura, cuantizada y suavizada, a partir de una transformada de Q constante; desviación estándar de las tramas</translation>
    </message>
    <message>
        <source>Stronger</source>
        <translation>Más potentes</translation>
    </message>
    <message>
        <source>Summarising the columns</source>
        <translation>Resumiendo las columnas</translation>
    </message>
    <message>
        <source>Summarising the columns, once nothing else runs…</source>
        <translation>Las columnas se resumirán cuando no haya nada más en curso…</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Summary of the song</source>
        <translation>Resumen de la canción</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Sistema</translation>
    </message>
    <message>
        <source>System default</source>
        <translation>Predeterminado</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabla</translation>
    </message>
    <message>
        <source>Table (CSV)…</source>
        <translation>Tabla (CSV)…</translation>
    </message>
    <message>
        <source>Table menu</source>
        <translation>Menú de la tabla</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tablas</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.parquet)</source>
        <translation>Tablas (*.csv *.tsv *.parquet)</translation>
    </message>
    <message>
        <source>Tables ({patterns})</source>
        <translation>Tablas ({patterns})</translation>
    </message>
    <message>
        <source>Tables saved in {path}.</source>
        <translation>Tablas guardadas en {path}.</translation>
    </message>
    <message>
        <source>Tags are being written. Wait until that has finished.</source>
        <translation>Se están escribiendo metadatos. Espere a que termine.</translation>
    </message>
    <message>
        <source>Tags before and after</source>
        <translation>Metadatos antes y después</translation>
    </message>
    <message>
        <source>Tags of {files} restored.</source>
        <translation>Metadatos de {files} restaurados.</translation>
    </message>
    <message>
        <source>Tags of {files} written.</source>
        <translation>Metadatos de {files} escritos.</translation>
    </message>
    <message>
        <source>Tags that the file lacks and its name suggests</source>
        <translation>Metadatos que faltan en el archivo y que su nombre sugiere</translation>
    </message>
    <message>
        <source>Take the proposed beats</source>
        <translation>Usar los pulsos propuestos</translation>
    </message>
    <message>
        <source>Tap</source>
        <translation>Marcar</translation>
    </message>
    <message>
        <source>Tap at least two beats.</source>
        <translation>Marque al menos dos pulsos.</translation>
    </message>
    <message>
        <source>Taps: {count}{speed} · {left} · Esc cancels</source>
        <translation>Marcas: {count}{speed} · {left} · Esc cancela</translation>
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
        <translation>El tempo &amp;cambia aquí</translation>
    </message>
    <message>
        <source>Tempo candidate {bpm} BPM</source>
        <translation>Tempo candidato {bpm} BPM</translation>
    </message>
    <message>
        <source>Tempo change to {bpm} BPM at {start}</source>
        <translation>Cambio de tempo a {bpm} BPM en {start}</translation>
    </message>
    <message>
        <source>Tempo changes here</source>
        <translation>El tempo cambia aquí</translation>
    </message>
    <message>
        <source>Tempo curve</source>
        <translation>Curva de tempo</translation>
    </message>
    <message>
        <source>Tempo in BPM, from the distances of the beats, smoothed over a bar; it follows every edit of the beats</source>
        <translation>Tempo en BPM, según las distancias entre pulsos, suavizado sobre un compás; sigue cada cambio de los pulsos</translation>
    </message>
    <message>
        <source>Tempo of the beat grid: 60 / time to the next beat; of a bar, the mean over its beats; of a song, the tempo of its grid; empty where no beat follows</source>
        <translation>Tempo de la rejilla de pulsos: 60 / tiempo hasta el pulso siguiente; de un compás, la media de sus pulsos; de una canción, el tempo de su rejilla; vacío si no sigue ningún pulso</translation>
    </message>
    <message>
        <source>Tempo of the beats, tracked or edited; filters also find half and double</source>
        <translation>Tempo de los pulsos, detectado o editado; los filtros también encuentran la mitad y el doble</translation>
    </message>
    <message>
        <source>Tempo of {n_beats} beats</source>
        <translation>Tempo de {n_beats} pulsos</translation>
    </message>
    <message>
        <source>Tempo {bpm} BPM</source>
        <translation>Tempo {bpm} BPM</translation>
    </message>
    <message>
        <source>Tempo {bpm} BPM from {start}</source>
        <translation>Tempo {bpm} BPM desde {start}</translation>
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
        <translation>Columnas de texto</translation>
    </message>
    <message>
        <source>The analysis of {filename} is damaged ({reason}); analyse it again.</source>
        <translation>El análisis de {filename} está dañado ({reason}); analícelo de nuevo.</translation>
    </message>
    <message>
        <source>The analysis process ended unexpectedly, possibly out of memory. Try again.</source>
        <translation>El proceso de análisis terminó inesperadamente, quizá por falta de memoria. Inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The annotations</source>
        <translation>las anotaciones</translation>
    </message>
    <message>
        <source>The annotations could not be written</source>
        <translation>No se pudieron escribir las anotaciones</translation>
    </message>
    <message>
        <source>The beat grid of {content_id} in {name} is damaged; analyse the track again.</source>
        <translation>La rejilla de pulsos de {content_id} en {name} está dañada; analice la pista de nuevo.</translation>
    </message>
    <message>
        <source>The beat net does not lead from {features} features to beats, downbeats and {tempi} tempi.</source>
        <translation>La red de pulsos no lleva de {features} características a pulsos, primeros pulsos y {tempi} tempos.</translation>
    </message>
    <message>
        <source>The beat net is {size:.1f} MB; it may have at most {most} MB.</source>
        <translation>La red de pulsos ocupa {size:.1f} MB; el máximo es {most} MB.</translation>
    </message>
    <message>
        <source>The beats at {time} s are locked. Unlock them first.</source>
        <translation>Los pulsos en {time} s están bloqueados. Desbloquéelos primero.</translation>
    </message>
    <message>
        <source>The beats could not be read</source>
        <translation>No se pudieron leer los pulsos</translation>
    </message>
    <message>
        <source>The beats could not be stored: {reason}</source>
        <translation>No se pudieron guardar los pulsos: {reason}</translation>
    </message>
    <message>
        <source>The beats could not be written</source>
        <translation>No se pudieron escribir los pulsos</translation>
    </message>
    <message>
        <source>The beats were edited in another window meanwhile. The newer beats are shown; repeat your last edit.</source>
        <translation>Entretanto, los pulsos se editaron en otra ventana. Se muestran los más recientes; repita su última edición.</translation>
    </message>
    <message>
        <source>The beats were edited in another window, and these edits are shown.</source>
        <translation>Los pulsos se editaron en otra ventana; se muestran esos cambios.</translation>
    </message>
    <message>
        <source>The beats were found, but not where a bar begins; positions count to four</source>
        <translation>Se encontraron los pulsos, pero no dónde empieza el compás; las posiciones cuentan hasta cuatro</translation>
    </message>
    <message>
        <source>The best score is {optimistic}.</source>
        <translation>La mejor puntuación es {optimistic}.</translation>
    </message>
    <message>
        <source>The channels are in opposite phase and cancel each other out; only channel {channel} was analysed.</source>
        <translation>Los canales están en oposición de fase y se cancelan entre sí; solo se analizó el canal {channel}.</translation>
    </message>
    <message>
        <source>The choice is judged on the test rows of the split: one more fit.</source>
        <translation>La elección se evalúa con las filas de prueba de la división: un ajuste más.</translation>
    </message>
    <message>
        <source>The classifier is scored on held-out rows, fitted on all {rows:,} rows of {name} and checked against its file.</source>
        <translation>El clasificador se puntúa en filas reservadas, se ajusta con las {rows:,} filas de {name} y se coteja con su archivo.</translation>
    </message>
    <message>
        <source>The clip</source>
        <translation>El clip</translation>
    </message>
    <message>
        <source>The cluster at {address} was lost ({reason}). Finished work is kept; start again to continue.</source>
        <translation>Se perdió el clúster de {address} ({reason}). El trabajo terminado se conserva; inicie de nuevo para continuar.</translation>
    </message>
    <message>
        <source>The column “{column}” of {name} does not name each of the {rows} rows once.</source>
        <translation>La columna «{column}» de {name} no nombra una sola vez cada una de las {rows} filas.</translation>
    </message>
    <message>
        <source>The column “{column}” of {name} has {categories:,} different entries; at most {most} can be taken as one-hot columns.</source>
        <translation>La columna «{column}» de {name} tiene {categories:,} valores distintos; se pueden convertir en columnas one-hot como máximo {most}.</translation>
    </message>
    <message>
        <source>The column “{column}” of {name} has {classes:,} different entries; at most {most:,} classes are supported. Choose another column as label.</source>
        <translation>La columna «{column}» de {name} tiene {classes:,} valores distintos; se admiten como máximo {most:,} clases. Elija otra columna como etiqueta.</translation>
    </message>
    <message>
        <source>The column “{column}” of {name} has “{entry}” in row {row}; use train, valid or test.</source>
        <translation>La columna «{column}» de {name} contiene «{entry}» en la fila {row}; use train, valid o test.</translation>
    </message>
    <message>
        <source>The column “{column}” of {name} holds text where numbers should be: “{text}” in row {row} and {more} more. Correct it, or leave the column out.</source>
        <translation>La columna «{column}» de {name} contiene texto donde debería haber números: «{text}» en la fila {row} y en {more} más. Corríjala u excluya la columna.</translation>
    </message>
    <message>
        <source>The column “{column}” of {name} holds text where numbers should be: “{text}” in row {row}. Correct it, or leave the column out.</source>
        <translation>La columna «{column}» de {name} contiene texto donde debería haber números: «{text}» en la fila {row}. Corríjala u excluya la columna.</translation>
    </message>
    <message>
        <source>The column “{column}” of {name} is empty; it cannot be taken as one-hot columns.</source>
        <translation>La columna «{column}» de {name} está vacía; no se puede convertir en columnas one-hot.</translation>
    </message>
    <message>
        <source>The column “{column}” of {name} needs rows for train and rows for test (or valid).</source>
        <translation>La columna «{column}» de {name} necesita filas para train y filas para test (o valid).</translation>
    </message>
    <message>
        <source>The column “{label}” of {name} is empty; every row needs a label.</source>
        <translation>La columna «{label}» de {name} está vacía; cada fila necesita una etiqueta.</translation>
    </message>
    <message>
        <source>The columns were changed since: {parts}.</source>
        <translation>Las columnas han cambiado desde entonces: {parts}.</translation>
    </message>
    <message>
        <source>The curves cannot be drawn</source>
        <translation>No se pueden dibujar las curvas</translation>
    </message>
    <message>
        <source>The data of this run, {name}, are no longer where they were. Importance, reasons and saving need them.</source>
        <translation>Los datos de esta ejecución, {name}, ya no están donde estaban. Hacen falta para la importancia, los motivos y el guardado.</translation>
    </message>
    <message>
        <source>The data of this search are not open: open them in Data first.</source>
        <translation>Los datos de esta búsqueda no están abiertos: ábralos primero en Datos.</translation>
    </message>
    <message>
        <source>The estimator is fitted once on all rows. Wheel: zoom · Click: fold or unfold a branch</source>
        <translation>El estimador se ajusta una vez con todas las filas. Rueda: zoom · Clic: plegar o desplegar una rama</translation>
    </message>
    <message>
        <source>The fifteen most important columns of the first two estimators. Correlated columns stand in for each other, so each by itself looks less important than its kind.</source>
        <translation>Las quince columnas más importantes de los dos primeros estimadores. Las columnas correlacionadas se suplen entre sí, así que cada una parece menos importante que su tipo.</translation>
    </message>
    <message>
        <source>The file ends early: {read:.1f} s of {stated:.1f} s could be read.</source>
        <translation>El archivo termina antes de tiempo: se pudieron leer {read:.1f} s de {stated:.1f} s.</translation>
    </message>
    <message>
        <source>The file has {count} audio tracks; track {track} was read.</source>
        <translation>El archivo tiene {count} pistas de audio; se leyó la pista {track}.</translation>
    </message>
    <message>
        <source>The file is damaged or ends early: {read:.1f} s could be read.</source>
        <translation>El archivo está dañado o termina antes de tiempo: se pudieron leer {read:.1f} s.</translation>
    </message>
    <message>
        <source>The file is in {path}.</source>
        <translation>El archivo está en {path}.</translation>
    </message>
    <message>
        <source>The file states a length of {stated:.1f} s; all {read:.1f} s were read.</source>
        <translation>El archivo declara una duración de {stated:.1f} s; se leyeron los {read:.1f} s completos.</translation>
    </message>
    <message>
        <source>The folder could not be read</source>
        <translation>No se pudo leer la carpeta</translation>
    </message>
    <message>
        <source>The folder itself stays</source>
        <translation>La carpeta en sí se conserva</translation>
    </message>
    <message>
        <source>The folder {path} no longer exists.</source>
        <translation>La carpeta {path} ya no existe.</translation>
    </message>
    <message>
        <source>The grid cannot be searched: {reason}</source>
        <translation>No se puede buscar en la rejilla: {reason}</translation>
    </message>
    <message>
        <source>The imported beats hardly match the beats found in the audio. Are they of this piece?</source>
        <translation>Los pulsos importados apenas coinciden con los detectados en el audio. ¿Son de esta pieza?</translation>
    </message>
    <message>
        <source>The language changes when Groovescope is started again.</source>
        <translation>El idioma cambia al volver a iniciar Groovescope.</translation>
    </message>
    <message>
        <source>The library cannot be opened</source>
        <translation>No se puede abrir la biblioteca</translation>
    </message>
    <message>
        <source>The library could not be renamed: {reason}.</source>
        <translation>No se pudo renombrar la biblioteca: {reason}.</translation>
    </message>
    <message>
        <source>The library is empty</source>
        <translation>La biblioteca está vacía</translation>
    </message>
    <message>
        <source>The library is empty. Add music and label tracks first.</source>
        <translation>La biblioteca está vacía. Añada música y etiquete pistas primero.</translation>
    </message>
    <message>
        <source>The library {name} is closed.</source>
        <translation>La biblioteca {name} está cerrada.</translation>
    </message>
    <message>
        <source>The library {name} is read-only; make its file and folder writable.</source>
        <translation>La biblioteca {name} es de solo lectura; permita la escritura en su archivo y su carpeta.</translation>
    </message>
    <message>
        <source>The library {path} could not be used ({reason}); open it again, and restore it from a backup if that fails.</source>
        <translation>No se pudo usar la biblioteca {path} ({reason}); ábrala de nuevo y, si falla, restáurela desde una copia de seguridad.</translation>
    </message>
    <message>
        <source>The library {path} could not be written: the disk is full, or reports an error. Free some space, or check it; nothing stored was lost.</source>
        <translation>No se pudo escribir la biblioteca {path}: el disco está lleno o informa de un error. Libere espacio o revise el disco; no se perdió nada de lo guardado.</translation>
    </message>
    <message>
        <source>The library {path} could not be written: the disk is full. Free some space; nothing stored was lost.</source>
        <translation>No se pudo escribir la biblioteca {path}: el disco está lleno. Libere espacio; no se perdió nada de lo guardado.</translation>
    </message>
    <message>
        <source>The library {path} is being written by another program; wait for it to finish, then try again.</source>
        <translation>Otro programa está escribiendo en la biblioteca {path}; espere a que termine e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The library {path} is damaged; restore it from a backup, or set it aside and create a new one.</source>
        <translation>La biblioteca {path} está dañada; restáurela desde una copia de seguridad, o apártela y cree una nueva.</translation>
    </message>
    <message>
        <source>The library {path} may not be opened or written; check the permissions of its file and folder.</source>
        <translation>No se permite abrir o escribir la biblioteca {path}; compruebe los permisos de su archivo y su carpeta.</translation>
    </message>
    <message>
        <source>The list of runs cannot be read: {reason}</source>
        <translation>No se puede leer la lista de ejecuciones: {reason}</translation>
    </message>
    <message>
        <source>The list of runs was not changed: {reason}</source>
        <translation>La lista de ejecuciones no se ha cambiado: {reason}</translation>
    </message>
    <message>
        <source>The mean of a waveform is the recording&apos;s DC offset: it comes from a converter, not from music. Accuracy alone {listed}, by chance {chance:.2f}.</source>
        <translation>La media de una forma de onda es el offset DC de la grabación: procede de un conversor, no de la música. Exactitud por sí sola {listed}; por azar, {chance:.2f}.</translation>
    </message>
    <message>
        <source>The model could not be evaluated: its operators do not fit what it reads, or it took more than {seconds:.0f} s; download or save the model again.</source>
        <translation>No se pudo evaluar el modelo: sus operadores no encajan con lo que lee o tardó más de {seconds:.0f} s; descargue o guarde el modelo de nuevo.</translation>
    </message>
    <message>
        <source>The model does not lead from {features} features to {classes} probabilities.</source>
        <translation>El modelo no lleva de {features} características a {classes} probabilidades.</translation>
    </message>
    <message>
        <source>The model file has format {format}; this program reads format {known}.</source>
        <translation>El archivo del modelo tiene el formato {format}; este programa lee el formato {known}.</translation>
    </message>
    <message>
        <source>The model gives something other than “{name}”.</source>
        <translation>El modelo no devuelve «{name}», sino otra cosa.</translation>
    </message>
    <message>
        <source>The model gives “{name}” in another shape than its passport says: {width} a row.</source>
        <translation>El modelo devuelve «{name}» con una forma distinta de la que indica su ficha: {width} por fila.</translation>
    </message>
    <message>
        <source>The model has {operators} operators; at most {most} are allowed.</source>
        <translation>El modelo tiene {operators} operadores; se permiten como máximo {most}.</translation>
    </message>
    <message>
        <source>The model holds a constant that is larger than its file; the file is damaged.</source>
        <translation>El modelo contiene una constante mayor que su archivo; el archivo está dañado.</translation>
    </message>
    <message>
        <source>The model holds more than a plain graph, which this program does not run.</source>
        <translation>El modelo contiene algo más que un grafo simple; este programa no lo ejecuta.</translation>
    </message>
    <message>
        <source>The model keeps numbers in other files, which this program does not read.</source>
        <translation>El modelo guarda números en otros archivos; este programa no los lee.</translation>
    </message>
    <message>
        <source>The model reads something other than “{name}”.</source>
        <translation>El modelo no lee «{name}», sino otra cosa.</translation>
    </message>
    <message>
        <source>The model reads {features} features a row, not an array of shape {shape}.</source>
        <translation>El modelo lee {features} características por fila, no una matriz de forma {shape}.</translation>
    </message>
    <message>
        <source>The model reads “{column}”, which is not measured from audio; choose another model.</source>
        <translation>El modelo lee «{column}», que no se mide a partir del audio; elija otro modelo.</translation>
    </message>
    <message>
        <source>The model reads “{name}” in another shape than its passport says: {width} a row.</source>
        <translation>El modelo lee «{name}» con una forma distinta de la que indica su ficha: {width} por fila.</translation>
    </message>
    <message>
        <source>The model uses foreign operators (“{domain}”), which this program does not run.</source>
        <translation>El modelo usa operadores externos («{domain}»); este programa no los ejecuta.</translation>
    </message>
    <message>
        <source>The model uses the operator {operator}, which this program does not run.</source>
        <translation>El modelo usa el operador {operator}; este programa no lo ejecuta.</translation>
    </message>
    <message>
        <source>The model was not made from the table {name}.</source>
        <translation>El modelo no se creó a partir de la tabla {name}.</translation>
    </message>
    <message>
        <source>The model was not saved: its ONNX form differs from it by {difference:.1e} in probability.</source>
        <translation>El modelo no se guardó: su forma ONNX difiere de él en {difference:.1e} de probabilidad.</translation>
    </message>
    <message>
        <source>The model was not saved: {folder} cannot be written ({reason}).</source>
        <translation>El modelo no se guardó: no se puede escribir en {folder} ({reason}).</translation>
    </message>
    <message>
        <source>The model {name} no longer exists.</source>
        <translation>El modelo {name} ya no existe.</translation>
    </message>
    <message>
        <source>The model “{name}” reads features that were not measured when this was analysed; analyse it again.</source>
        <translation>El modelo «{name}» lee características que no se midieron en este análisis; vuelva a analizar.</translation>
    </message>
    <message>
        <source>The model&apos;s ONNX part is damaged or not ONNX.</source>
        <translation>La parte ONNX del modelo está dañada o no es ONNX.</translation>
    </message>
    <message>
        <source>The model&apos;s ONNX part is malformed and cannot be used; download or save the model again.</source>
        <translation>La parte ONNX del modelo está mal formada y no se puede usar; descargue o guarde el modelo de nuevo.</translation>
    </message>
    <message>
        <source>The model&apos;s answer is not made of probabilities; the file is damaged.</source>
        <translation>La respuesta del modelo no consta de probabilidades; el archivo está dañado.</translation>
    </message>
    <message>
        <source>The model&apos;s operator {operator} asks for too much memory.</source>
        <translation>El operador {operator} del modelo pide demasiada memoria.</translation>
    </message>
    <message>
        <source>The model&apos;s operator {operator} does not fit the one before it.</source>
        <translation>El operador {operator} del modelo no encaja con el anterior.</translation>
    </message>
    <message>
        <source>The model&apos;s operator {operator} holds something other than numbers and text.</source>
        <translation>El operador {operator} del modelo contiene algo que no son números ni texto.</translation>
    </message>
    <message>
        <source>The model&apos;s operators are tied together more often than this program follows.</source>
        <translation>Los operadores del modelo tienen más conexiones de las que admite este programa.</translation>
    </message>
    <message>
        <source>The model&apos;s passport is malformed: {reason}</source>
        <translation>La ficha del modelo está mal formada: {reason}</translation>
    </message>
    <message>
        <source>The model&apos;s passport is not a JSON object; the file is damaged.</source>
        <translation>La ficha del modelo no es un objeto JSON; el archivo está dañado.</translation>
    </message>
    <message>
        <source>The model&apos;s passport is not valid JSON; the file is damaged.</source>
        <translation>La ficha del modelo no es JSON válido; el archivo está dañado.</translation>
    </message>
    <message>
        <source>The model&apos;s passport lacks “{entry}”; the file is damaged.</source>
        <translation>A la ficha del modelo le falta «{entry}»; el archivo está dañado.</translation>
    </message>
    <message>
        <source>The models cannot be listed</source>
        <translation>No se puede mostrar la lista de modelos</translation>
    </message>
    <message>
        <source>The note was not saved: {reason}</source>
        <translation>No se guardó la nota: {reason}</translation>
    </message>
    <message>
        <source>The piece</source>
        <translation>La pieza</translation>
    </message>
    <message>
        <source>The playlist</source>
        <translation>la lista de reproducción</translation>
    </message>
    <message>
        <source>The same music has two labels: {listed}. At most one of them is right.</source>
        <translation>La misma música tiene dos etiquetas: {listed}. Como mucho una es correcta.</translation>
    </message>
    <message>
        <source>The scheduler at {address} has no workers; start some with: dask worker {address} --nthreads 1</source>
        <translation>El planificador de {address} no tiene procesos de trabajo; inicie algunos con: dask worker {address} --nthreads 1</translation>
    </message>
    <message>
        <source>The search in {folder} has other settings ({names}); resume it with those or use another folder.</source>
        <translation>La búsqueda de {folder} tiene otra configuración ({names}); reanúdela con esa o use otra carpeta.</translation>
    </message>
    <message>
        <source>The search in {run} is not complete: {missing:,} of {wanted:,} fits are missing.</source>
        <translation>La búsqueda de {run} no está completa: faltan {missing:,} de {wanted:,} ajustes.</translation>
    </message>
    <message>
        <source>The search in {run} was made with other data; give the table, groups and columns it had.</source>
        <translation>La búsqueda de {run} se hizo con otros datos; indique la tabla, los grupos y las columnas que tenía.</translation>
    </message>
    <message>
        <source>The search is made once more without a fold, on which its choice is judged: {times}.</source>
        <translation>La búsqueda se hace una vez más sin una partición, con la que se evalúa su elección: {times}.</translation>
    </message>
    <message>
        <source>The search is made {searches} times more, each without a fold on which its choice is judged: {times}.</source>
        <translation>La búsqueda se hace {searches} veces más, cada una sin una partición con la que se evalúa su elección: {times}.</translation>
    </message>
    <message>
        <source>The sections could not be read</source>
        <translation>No se pudieron leer las secciones</translation>
    </message>
    <message>
        <source>The sections could not be stored: {reason}</source>
        <translation>No se pudieron guardar las secciones: {reason}</translation>
    </message>
    <message>
        <source>The sections could not follow: {reason}</source>
        <translation>Las secciones no se pudieron adaptar: {reason}</translation>
    </message>
    <message>
        <source>The selection could not be saved</source>
        <translation>No se pudo guardar la selección</translation>
    </message>
    <message>
        <source>The shipped model is part of the program and cannot be removed.</source>
        <translation>El modelo incluido forma parte del programa y no se puede quitar.</translation>
    </message>
    <message>
        <source>The song sheet could not be written</source>
        <translation>No se pudo escribir la ficha de canción</translation>
    </message>
    <message>
        <source>The song sheets</source>
        <translation>las fichas de canción</translation>
    </message>
    <message>
        <source>The split of {name} has no rows for {part}.</source>
        <translation>La división de {name} no tiene filas para {part}.</translation>
    </message>
    <message>
        <source>The split of {name} has no “{label}” to train on.</source>
        <translation>La división de {name} no tiene «{label}» con que entrenar.</translation>
    </message>
    <message>
        <source>The stored edits of the beats are damaged.</source>
        <translation>Las ediciones guardadas de los pulsos están dañadas.</translation>
    </message>
    <message>
        <source>The stored edits of the beats of {content_id} cannot be used: {reason}</source>
        <translation>Las ediciones guardadas de los pulsos de {content_id} no se pueden usar: {reason}</translation>
    </message>
    <message>
        <source>The stored edits of the sections of {content_id} cannot be used: {reason}</source>
        <translation>Las ediciones guardadas de las secciones de {content_id} no se pueden usar: {reason}</translation>
    </message>
    <message>
        <source>The stretch is empty. Its end must be after its start.</source>
        <translation>El tramo está vacío. Su final debe ser posterior a su inicio.</translation>
    </message>
    <message>
        <source>The table has one label only; a classifier needs at least two.</source>
        <translation>La tabla tiene una sola etiqueta; un clasificador necesita al menos dos.</translation>
    </message>
    <message>
        <source>The tables</source>
        <translation>las tablas</translation>
    </message>
    <message>
        <source>The tables could not be written</source>
        <translation>No se pudieron escribir las tablas</translation>
    </message>
    <message>
        <source>The tables could not follow the beats: {reason}</source>
        <translation>Las tablas no se pudieron adaptar a los pulsos: {reason}</translation>
    </message>
    <message>
        <source>The tags could not be read or written</source>
        <translation>No se pudieron leer o escribir los metadatos</translation>
    </message>
    <message>
        <source>The tempo cannot be scaled by {factor}: choose ½, 2, ⅔ or 3/2.</source>
        <translation>El tempo no se puede multiplicar por {factor}: elija ½, 2, ⅔ o 3/2.</translation>
    </message>
    <message>
        <source>The tempo changes between {slowest} and {fastest} BPM; the most usual one is shown.</source>
        <translation>El tempo varía entre {slowest} y {fastest} BPM; se muestra el más habitual.</translation>
    </message>
    <message>
        <source>The times of the beats do not rise.</source>
        <translation>Los tiempos de los pulsos no son crecientes.</translation>
    </message>
    <message>
        <source>The workers at {address} cannot run this program: {reason}</source>
        <translation>Los procesos de trabajo de {address} no pueden ejecutar este programa: {reason}</translation>
    </message>
    <message>
        <source>The {n_shown} of {n_columns:,} columns that differ most between classes. {about}</source>
        <translation>Las {n_shown} columnas de {n_columns:,} que más difieren entre clases. {about}</translation>
    </message>
    <message>
        <source>The {name} {label}</source>
        <translation>La sección {label} ({name})</translation>
    </message>
    <message>
        <source>There are fewer than two beats. Tap along or set a tempo first.</source>
        <translation>Hay menos de dos pulsos. Márquelos al ritmo o fije antes un tempo.</translation>
    </message>
    <message>
        <source>There are no beats to write to {name}.</source>
        <translation>No hay pulsos que escribir en {name}.</translation>
    </message>
    <message>
        <source>There is a beat at {time} s already.</source>
        <translation>Ya hay un pulso en {time} s.</translation>
    </message>
    <message>
        <source>There is a fixed split already: give --split or --make-split, not both.</source>
        <translation>Ya hay una división fija: indique --split o --make-split, no ambos.</translation>
    </message>
    <message>
        <source>There is no Dask scheduler at {address}: {reason}. Start one, or check the address.</source>
        <translation>No hay ningún planificador de Dask en {address}: {reason}. Inicie uno o compruebe la dirección.</translation>
    </message>
    <message>
        <source>There is no beat at {time} s.</source>
        <translation>No hay ningún pulso en {time} s.</translation>
    </message>
    <message>
        <source>There is no column “{column}” to leave out.</source>
        <translation>No hay ninguna columna «{column}» que excluir.</translation>
    </message>
    <message>
        <source>There is no column “{column}” to sort by.</source>
        <translation>No hay ninguna columna «{column}» por la que ordenar.</translation>
    </message>
    <message>
        <source>There is no column “{name}”; try name, artist, bpm, key, genre, label or a feature&apos;s name.</source>
        <translation>No hay ninguna columna «{name}»; pruebe con name, artist, bpm, key, genre, label o el nombre de una característica.</translation>
    </message>
    <message>
        <source>There is no file {address}; check the address.</source>
        <translation>El archivo {address} no existe; compruebe la dirección.</translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <translation>El archivo {path} no existe.</translation>
    </message>
    <message>
        <source>There is no folder {path}.</source>
        <translation>La carpeta {path} no existe.</translation>
    </message>
    <message>
        <source>There is no library {path}.</source>
        <translation>La biblioteca {path} no existe.</translation>
    </message>
    <message>
        <source>There is no model file {path}.</source>
        <translation>El archivo de modelo {path} no existe.</translation>
    </message>
    <message>
        <source>There is no scaler “{text}”; choose among {known}.</source>
        <translation>No hay ningún escalado «{text}»; elija entre {known}.</translation>
    </message>
    <message>
        <source>There is no such grid; choose among {grids}.</source>
        <translation>Esa rejilla no existe; elija entre {grids}.</translation>
    </message>
    <message>
        <source>There is not enough memory. Close other programs, or choose less.</source>
        <translation>No hay memoria suficiente. Cierre otros programas o elija menos.</translation>
    </message>
    <message>
        <source>These rows {what}, such as {first}. If a fold separates them, a model is tested on training data and its score is too high. Leave the copies out or keep them in one group.</source>
        <translation>Estas filas {what}; por ejemplo, {first}. Si una partición las separa, el modelo se prueba con datos de entrenamiento y su puntuación es demasiado alta. Excluya las copias o manténgalas en un grupo.</translation>
    </message>
    <message>
        <source>Third estimator</source>
        <translation>Tercer estimador</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Este equipo</translation>
    </message>
    <message>
        <source>This estimator has no ONNX form, so it cannot be saved: {reason}</source>
        <translation>Este estimador no tiene forma ONNX, así que no se puede guardar: {reason}</translation>
    </message>
    <message>
        <source>This estimator has no parameters to set: it puts others together.</source>
        <translation>Este estimador no tiene parámetros que configurar: combina otros.</translation>
    </message>
    <message>
        <source>This file is on another computer: it can be analysed but not opened here.</source>
        <translation>Este archivo está en otro equipo: se puede analizar, pero no abrir aquí.</translation>
    </message>
    <message>
        <source>This is Groovescope from its source code. The packages of its environment carry their licences in folders of their own there; a program that is built from it lists them all here.</source>
        <translation>Este es Groovescope ejecutado desde su código fuente. Los paquetes de su entorno llevan sus licencias en carpetas propias; un programa compilado a partir de él las enumera todas aquí.</translation>
    </message>
    <message>
        <source>This is the &amp;one</source>
        <translation>P&amp;rimer pulso aquí</translation>
    </message>
    <message>
        <source>This is the model file itself; choose another place for the copy.</source>
        <translation>Este es el propio archivo del modelo; elija otro lugar para la copia.</translation>
    </message>
    <message>
        <source>This is the newest version, {version}.</source>
        <translation>Esta es la versión más reciente, {version}.</translation>
    </message>
    <message>
        <source>This is the one</source>
        <translation>Primer pulso aquí</translation>
    </message>
    <message>
        <source>This needs the data of the run, which are not open. Open them in Data.</source>
        <translation>Se necesitan los datos de la ejecución, que no están abiertos. Ábralos en Datos.</translation>
    </message>
    <message>
        <source>This search was made on other data than are open now: search again.</source>
        <translation>Esta búsqueda se hizo con datos distintos de los abiertos: busque de nuevo.</translation>
    </message>
    <message>
        <source>This takes about {time} with {processes} processes, and {gigabytes:.1f} GB of memory in each. Without {names} it takes about {without}.</source>
        <translation>Esto tarda alrededor de {time} con {processes} procesos y {gigabytes:.1f} GB de memoria en cada uno. Sin {names} tarda alrededor de {without}.</translation>
    </message>
    <message>
        <source>This takes about {time} with {processes} processes, and {gigabytes:.1f} GB of memory in each; fewer rows or columns take less.</source>
        <translation>Esto tarda alrededor de {time} con {processes} procesos y {gigabytes:.1f} GB de memoria en cada uno; con menos filas o columnas requiere menos.</translation>
    </message>
    <message>
        <source>This version does not know format {format} of edited beats. Update the program.</source>
        <translation>Esta versión no conoce el formato {format} de pulsos editados. Actualice el programa.</translation>
    </message>
    <message>
        <source>This version does not know the edit “{kind}”. Update the program.</source>
        <translation>Esta versión no conoce la edición «{kind}». Actualice el programa.</translation>
    </message>
    <message>
        <source>This version has no grid “{name}”.</source>
        <translation>Esta versión no tiene la rejilla «{name}».</translation>
    </message>
    <message>
        <source>Timbre (middle MFCCs)</source>
        <translation>Timbre (MFCC medios)</translation>
    </message>
    <message>
        <source>Timbre, broad (first MFCCs)</source>
        <translation>Timbre general (primeros MFCC)</translation>
    </message>
    <message>
        <source>Timbre, fine (high MFCCs)</source>
        <translation>Timbre fino (MFCC altos)</translation>
    </message>
    <message>
        <source>Time
Bar</source>
        <translation>Tiempo
Compás</translation>
    </message>
    <message>
        <source>Time limit per file</source>
        <translation>Límite de tiempo por archivo</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>Title, from the file&apos;s tags or edited</source>
        <translation>Título, según los metadatos del archivo o editado</translation>
    </message>
    <message>
        <source>To find columns that reveal the source, each is tried alone. Of so many, only those are tried that say most about the class at a first look, and those whose name describes the file.</source>
        <translation>Para encontrar columnas que delatan el origen, cada una se prueba por separado. De tantas, solo se prueban las que a primera vista más dicen de la clase y aquellas cuyo nombre describe el archivo.</translation>
    </message>
    <message>
        <source>Tolerance</source>
        <translation>Tolerancia</translation>
    </message>
    <message>
        <source>Tonality</source>
        <translation>Tonalidad</translation>
    </message>
    <message>
        <source>Too many combinations: {n_combinations:,}. At most {most_combinations:,} can be searched.</source>
        <translation>Demasiadas combinaciones: {n_combinations:,}. Se pueden buscar como máximo {most_combinations:,}.</translation>
    </message>
    <message>
        <source>Tools for beats</source>
        <translation>Herramientas de pulsos</translation>
    </message>
    <message>
        <source>Track</source>
        <translation>Pista</translation>
    </message>
    <message>
        <source>Tracks</source>
        <translation>Pistas</translation>
    </message>
    <message>
        <source>Tracks appear here as they finish.</source>
        <translation>Las pistas aparecen aquí a medida que terminan.</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Entrenar</translation>
    </message>
    <message>
        <source>Train 1 estimator</source>
        <translation>Entrenar 1 estimador</translation>
    </message>
    <message>
        <source>Train a decision tree, a forest or gradient boosting first.</source>
        <translation>Entrene primero un árbol de decisión, un bosque o un modelo de potenciación del gradiente.</translation>
    </message>
    <message>
        <source>Train baselines first; their predictions on held-out rows are shown here.</source>
        <translation>Entrene primero modelos de referencia; sus predicciones en filas reservadas se muestran aquí.</translation>
    </message>
    <message>
        <source>Train {count} estimators</source>
        <translation>Entrenar {count} estimadores</translation>
    </message>
    <message>
        <source>Trainin&amp;g</source>
        <translation>Entrenamien&amp;to</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Entrenamiento</translation>
    </message>
    <message>
        <source>Training data</source>
        <translation>Datos de entrenamiento</translation>
    </message>
    <message>
        <source>Training settings</source>
        <translation>Configuración del entrenamiento</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>Árbol</translation>
    </message>
    <message>
        <source>Tree number</source>
        <translation>Número de árbol</translation>
    </message>
    <message>
        <source>Tree {value} of {which}</source>
        <translation>Árbol {value} de {which}</translation>
    </message>
    <message>
        <source>True class</source>
        <translation>Clase real</translation>
    </message>
    <message>
        <source>True peak</source>
        <translation>Pico real</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Try all again</source>
        <translation>Reintentar todos</translation>
    </message>
    <message>
        <source>Try {example}: {meaning}</source>
        <translation>Probar {example}: {meaning}</translation>
    </message>
    <message>
        <source>Two columns</source>
        <translation>Dos columnas</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Type &amp;BPM</source>
        <translation>Escribir &amp;BPM</translation>
    </message>
    <message>
        <source>Type a tempo, then Return (P)</source>
        <translation>Escribir un tempo y pulsar Intro (P)</translation>
    </message>
    <message>
        <source>Un&amp;lock selection</source>
        <translation>&amp;Desbloquear selección</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Undo this change</source>
        <translation>Deshacer este cambio</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unidad</translation>
    </message>
    <message>
        <source>Unlike all the music that the model learned from.
Nearest: {value}</source>
        <translation>Distinto de toda la música con la que aprendió el modelo.
Lo más cercano: {value}</translation>
    </message>
    <message>
        <source>Unlike all the music that the model learned from. Nearest: {named}</source>
        <translation>Distinto de toda la música con la que aprendió el modelo. Lo más cercano: {named}</translation>
    </message>
    <message>
        <source>Unlike the training music: {outside} of {features} features lie outside its range. Results are less reliable.</source>
        <translation>Distinta de la música de entrenamiento: {outside} de {features} características están fuera de su rango. Los resultados son menos fiables.</translation>
    </message>
    <message>
        <source>Unlock beats from {start} to {end}</source>
        <translation>Desbloquear pulsos de {start} a {end}</translation>
    </message>
    <message>
        <source>Upper quartile</source>
        <translation>Cuartil superior</translation>
    </message>
    <message>
        <source>Upwards</source>
        <translation>Vertical</translation>
    </message>
    <message>
        <source>Use library labels</source>
        <translation>Usar etiquetas de la biblioteca</translation>
    </message>
    <message>
        <source>Use {least} folds, leave them out, or add to them.</source>
        <translation>Use {least} particiones, exclúyalas o amplíelas.</translation>
    </message>
    <message>
        <source>Use {n_folds} folds</source>
        <translation>Usar {n_folds} particiones</translation>
    </message>
    <message>
        <source>Use {name}</source>
        <translation>Usar {name}</translation>
    </message>
    <message>
        <source>Use {name} from the same folder</source>
        <translation>Usar {name} de la misma carpeta</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Vector graphic (SVG)…</source>
        <translation>Gráfico vectorial (SVG)…</translation>
    </message>
    <message>
        <source>Version of {name}</source>
        <translation>Versión de {name}</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versiones</translation>
    </message>
    <message>
        <source>Views of the data</source>
        <translation>Vistas de los datos</translation>
    </message>
    <message>
        <source>Violins</source>
        <translation>Violines</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volumen</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Advertencia</translation>
    </message>
    <message>
        <source>Watch folder</source>
        <translation>Vigilar carpeta</translation>
    </message>
    <message>
        <source>Watch folder…</source>
        <translation>Vigilar carpeta…</translation>
    </message>
    <message>
        <source>Watched folders</source>
        <translation>Carpetas vigiladas</translation>
    </message>
    <message>
        <source>Waveform</source>
        <translation>Onda</translation>
    </message>
    <message>
        <source>Waveform, mel spectrogram, chroma and genre along the piece. Left and right move the view, plus and minus zoom, Home and End go to its ends.</source>
        <translation>Forma de onda, espectrograma mel, croma y género a lo largo de la pieza. Izquierda y derecha mueven la vista, más y menos cambian el zoom, Inicio y Fin llevan a los extremos.</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Bienvenida</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Diferencias</translation>
    </message>
    <message>
        <source>What each column says of the class by itself. Mutual information finds dependence of any shape; F (analysis of variance) compares means. Columns that say little alone may say much together.</source>
        <translation>Lo que cada columna dice de la clase por sí sola. La información mutua detecta dependencias de cualquier forma; F (análisis de la varianza) compara medias. Columnas que dicen poco solas pueden decir mucho juntas.</translation>
    </message>
    <message>
        <source>What speaks for the first genres and against them, and what sounds alike</source>
        <translation>Qué hay a favor y en contra de los primeros géneros, y qué suena parecido</translation>
    </message>
    <message>
        <source>What the beat tracker found in {content_id} is damaged; analyse the track again.</source>
        <translation>Lo que el detector de pulsos halló en {content_id} está dañado; analice la pista de nuevo.</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Cambios hechos</translation>
    </message>
    <message>
        <source>What was written cannot be kept for undoing it: {reason}. Nothing was written.</source>
        <translation>No se puede guardar lo escrito para poder deshacerlo: {reason}. No se escribió nada.</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Where the data of “{name}” lie is not known: open them first.</source>
        <translation>No se sabe dónde están los datos de «{name}»: ábralos primero.</translation>
    </message>
    <message>
        <source>Whole piece</source>
        <translation>Toda la pieza</translation>
    </message>
    <message>
        <source>Whole piece; the frame marks the visible part. Left and Right move it, + and - resize it.</source>
        <translation>Toda la pieza; el marco indica la parte visible. Izquierda y derecha lo mueven, + y - cambian su tamaño.</translation>
    </message>
    <message>
        <source>Whose word the key is: measured, file (its tags) or user</source>
        <translation>De dónde procede la tonalidad: medida (measured), metadatos del archivo (file) o usuario (user)</translation>
    </message>
    <message>
        <source>Why this genre</source>
        <translation>Por qué este género</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>¿Por qué?</translation>
    </message>
    <message>
        <source>Window around the playhead</source>
        <translation>Ventana en torno al cabezal</translation>
    </message>
    <message>
        <source>With these groups a fold would have no “{label}” to train on; use fewer folds or leave the class out.</source>
        <translation>Con estos grupos, una partición no tendría «{label}» con que entrenar; use menos particiones u excluya la clase.</translation>
    </message>
    <message>
        <source>Without groups (artist, album, folder) only random folds are possible. With rows of one group on both sides, a score measures whether the group is recognised and is too high for new groups. Choose a column of groups or a table that has one.</source>
        <translation>Sin grupos (artista, álbum, carpeta) solo son posibles particiones aleatorias. Con filas de un mismo grupo en ambos lados, la puntuación mide si se reconoce el grupo y es demasiado alta para grupos nuevos. Elija una columna de grupos o una tabla que la tenga.</translation>
    </message>
    <message>
        <source>Without this row’s group a class would have no rows; choose another row.</source>
        <translation>Sin el grupo de esta fila, una clase no tendría filas; elija otra fila.</translation>
    </message>
    <message>
        <source>Work on a cluster needs Dask, which this program is installed without; the guide says how to add it (pip install &apos;groovescope[cluster]&apos;).</source>
        <translation>El trabajo en un clúster necesita Dask, que no está instalado con este programa; la guía explica cómo añadirlo (pip install &apos;groovescope[cluster]&apos;).</translation>
    </message>
    <message>
        <source>Workers at {address} do not answer: {reason}.</source>
        <translation>Los procesos de trabajo de {address} no responden: {reason}.</translation>
    </message>
    <message>
        <source>Write tags</source>
        <translation>Escribir metadatos</translation>
    </message>
    <message>
        <source>Write the new values into the files</source>
        <translation>Escribir los nuevos valores en los archivos</translation>
    </message>
    <message>
        <source>Write {files}</source>
        <translation>Escribir {files}</translation>
    </message>
    <message>
        <source>Writing and checking the model</source>
        <translation>Escribiendo y comprobando el modelo</translation>
    </message>
    <message>
        <source>Writing annotations</source>
        <translation>Escribiendo anotaciones</translation>
    </message>
    <message>
        <source>Writing beats</source>
        <translation>Escribiendo pulsos</translation>
    </message>
    <message>
        <source>Writing tables</source>
        <translation>Escribiendo tablas</translation>
    </message>
    <message>
        <source>Writing tags</source>
        <translation>Escribiendo metadatos</translation>
    </message>
    <message>
        <source>Writing tags of</source>
        <translation>Escribiendo metadatos del</translation>
    </message>
    <message>
        <source>Writing the song sheet</source>
        <translation>Escribiendo la ficha de canción</translation>
    </message>
    <message>
        <source>Writing track {number:,} of {n_tracks:,}</source>
        <translation>Escribiendo pista {number:,} de {n_tracks:,}</translation>
    </message>
    <message>
        <source>Writing {name}</source>
        <translation>Escribiendo {name}</translation>
    </message>
    <message>
        <source>Wrote {n_written:,} tracks</source>
        <translation>Pistas escritas: {n_written:,}</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>&amp;Acercar</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Al&amp;ejar</translation>
    </message>
    <message>
        <source>Zoom in to move single beats.</source>
        <translation>Acercar la vista para mover pulsos sueltos.</translation>
    </message>
    <message>
        <source>Zoom to &amp;selection</source>
        <translation>Zoom a la &amp;selección</translation>
    </message>
    <message>
        <source>a normal distribution for each column and class</source>
        <translation>una distribución normal para cada columna y clase</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>un número</translation>
    </message>
    <message>
        <source>a number or a word, not true or false</source>
        <translation>un número o una palabra, no true ni false</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>un número entero</translation>
    </message>
    <message>
        <source>a whole number from {least}</source>
        <translation>un número entero desde {least}</translation>
    </message>
    <message>
        <source>above the usual of</source>
        <translation>por encima de lo habitual en</translation>
    </message>
    <message>
        <source>above {low:g}</source>
        <translation>mayor que {low:g}</translation>
    </message>
    <message>
        <source>accuracy lost</source>
        <translation>exactitud perdida</translation>
    </message>
    <message>
        <source>add label “{name}”</source>
        <translation>añadir etiqueta «{name}»</translation>
    </message>
    <message>
        <source>against the piece, LU</source>
        <translation>frente a la pieza, LU</translation>
    </message>
    <message>
        <source>agrees</source>
        <translation>coincide</translation>
    </message>
    <message>
        <source>all but the first of each ({what})</source>
        <translation>todas menos la primera de cada una ({what})</translation>
    </message>
    <message>
        <source>all rows with contradicting labels</source>
        <translation>todas las filas con etiquetas contradictorias</translation>
    </message>
    <message>
        <source>also: waiting, missing, outdated, analysed, labelled, unlabelled</source>
        <translation>también: waiting, missing, outdated, analysed, labelled, unlabelled</translation>
    </message>
    <message>
        <source>analysed, failed, missing (the file is gone) or outdated (an older recipe)</source>
        <translation>analizado, fallido, falta (el archivo ya no está) u obsoleto (receta anterior)</translation>
    </message>
    <message>
        <source>and below</source>
        <translation>y menor que</translation>
    </message>
    <message>
        <source>and {n:,} more</source>
        <translation>y {n:,} más</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>y {n} más</translation>
    </message>
    <message>
        <source>and {rest:,} more bars</source>
        <translation>y {rest:,} compases más</translation>
    </message>
    <message>
        <source>another number</source>
        <translation>otro número</translation>
    </message>
    <message>
        <source>any column by name, shown or hidden</source>
        <translation>cualquier columna por su nombre, visible u oculta</translation>
    </message>
    <message>
        <source>are almost the same, so they are probably one recording</source>
        <translation>son casi iguales, así que probablemente son una misma grabación</translation>
    </message>
    <message>
        <source>as</source>
        <translation>como</translation>
    </message>
    <message>
        <source>as in the shipped model: eleven classifiers have the same vote, so that none has to be chosen</source>
        <translation>como en el modelo incluido: once clasificadores tienen el mismo voto, para no tener que elegir uno</translation>
    </message>
    <message>
        <source>as it comes</source>
        <translation>predeterminado</translation>
    </message>
    <message>
        <source>balanced sample of the grid</source>
        <translation>muestra equilibrada de la rejilla</translation>
    </message>
    <message>
        <source>bandwidth</source>
        <translation>ancho de banda</translation>
    </message>
    <message>
        <source>bar</source>
        <translation>compás</translation>
    </message>
    <message>
        <source>bars</source>
        <translation>compases</translation>
    </message>
    <message>
        <source>bass and treble starting together</source>
        <translation>graves y agudos que empiezan juntos</translation>
    </message>
    <message>
        <source>beat</source>
        <translation>pulso</translation>
    </message>
    <message>
        <source>beats</source>
        <translation>pulsos</translation>
    </message>
    <message>
        <source>beats corrected by hand</source>
        <translation>pulsos corregidos a mano</translation>
    </message>
    <message>
        <source>beats edited</source>
        <translation>pulsos editados</translation>
    </message>
    <message>
        <source>beats edited in the clip tab</source>
        <translation>pulsos editados en la pestaña Clip</translation>
    </message>
    <message>
        <source>beats {confidence:.0f} % certain</source>
        <translation>pulsos seguros al {confidence:.0f} %</translation>
    </message>
    <message>
        <source>beats {share} certain</source>
        <translation>pulsos seguros al {share}</translation>
    </message>
    <message>
        <source>below</source>
        <translation>menor que</translation>
    </message>
    <message>
        <source>below the usual of</source>
        <translation>por debajo de lo habitual en</translation>
    </message>
    <message>
        <source>best so far on a second fold</source>
        <translation>los mejores hasta ahora en una segunda partición</translation>
    </message>
    <message>
        <source>best {mean:.2f} {protocol}</source>
        <translation>mejor {mean:.2f} ({protocol})</translation>
    </message>
    <message>
        <source>best {mean:.3f}</source>
        <translation>mejor {mean:.3f}</translation>
    </message>
    <message>
        <source>beyond</source>
        <translation>excede</translation>
    </message>
    <message>
        <source>both words in name, title, artist, album, label or folder</source>
        <translation>ambas palabras en nombre, título, artista, álbum, etiqueta o carpeta</translation>
    </message>
    <message>
        <source>brightness</source>
        <translation>brillo</translation>
    </message>
    <message>
        <source>by a remedy</source>
        <translation>por un remedio</translation>
    </message>
    <message>
        <source>certainty {sure:.0f} %</source>
        <translation>certeza {sure:.0f} %</translation>
    </message>
    <message>
        <source>change of notes</source>
        <translation>cambio de notas</translation>
    </message>
    <message>
        <source>change of {words}</source>
        <translation>variación de {words}</translation>
    </message>
    <message>
        <source>changes {slow} to {fast} times a second at {low} to {high} Hz</source>
        <translation>cambios de {slow} a {fast} veces por segundo entre {low} y {high} Hz</translation>
    </message>
    <message>
        <source>choose one</source>
        <translation>elegir una</translation>
    </message>
    <message>
        <source>chord</source>
        <translation>acorde</translation>
    </message>
    <message>
        <source>chord strength</source>
        <translation>fuerza del acorde</translation>
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
        <translation>claridad de la tonalidad</translation>
    </message>
    <message>
        <source>clarity of the pulse</source>
        <translation>claridad del pulso</translation>
    </message>
    <message>
        <source>clarity of the pulse in the bass</source>
        <translation>claridad del pulso en los graves</translation>
    </message>
    <message>
        <source>clarity of the pulse in the middle</source>
        <translation>claridad del pulso en los medios</translation>
    </message>
    <message>
        <source>clarity of the pulse in the treble</source>
        <translation>claridad del pulso en los agudos</translation>
    </message>
    <message>
        <source>class</source>
        <translation>clase</translation>
    </message>
    <message>
        <source>classes</source>
        <translation>clases</translation>
    </message>
    <message>
        <source>classes weighted alike</source>
        <translation>clases con igual peso</translation>
    </message>
    <message>
        <source>column</source>
        <translation>columna</translation>
    </message>
    <message>
        <source>columns</source>
        <translation>columnas</translation>
    </message>
    <message>
        <source>columns squeezed to 0 to 1; a perceptron</source>
        <translation>columnas comprimidas al rango 0–1; un perceptrón</translation>
    </message>
    <message>
        <source>columns squeezed to 0 to 1; a random forest</source>
        <translation>columnas comprimidas al rango 0–1; un bosque aleatorio</translation>
    </message>
    <message>
        <source>columns squeezed to 0 to 1; gradient boosting</source>
        <translation>columnas comprimidas al rango 0–1; potenciación del gradiente</translation>
    </message>
    <message>
        <source>comparing all rows</source>
        <translation>comparando todas las filas</translation>
    </message>
    <message>
        <source>constant column</source>
        <translation>columna constante</translation>
    </message>
    <message>
        <source>constant columns</source>
        <translation>columnas constantes</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>dañado</translation>
    </message>
    <message>
        <source>default</source>
        <translation>predeterminado</translation>
    </message>
    <message>
        <source>demo songs</source>
        <translation>canciones de demostración</translation>
    </message>
    <message>
        <source>density of notes</source>
        <translation>densidad de notas</translation>
    </message>
    <message>
        <source>density of notes, smoothed</source>
        <translation>densidad de notas, suavizada</translation>
    </message>
    <message>
        <source>depth of changes at {low} to {high} Hz</source>
        <translation>profundidad de los cambios entre {low} y {high} Hz</translation>
    </message>
    <message>
        <source>double</source>
        <translation>el doble</translation>
    </message>
    <message>
        <source>doubtful label</source>
        <translation>etiqueta dudosa</translation>
    </message>
    <message>
        <source>doubtful labels</source>
        <translation>etiquetas dudosas</translation>
    </message>
    <message>
        <source>dynamic_range</source>
        <translation>dynamic_range</translation>
    </message>
    <message>
        <source>edit BPM</source>
        <translation>editar BPM</translation>
    </message>
    <message>
        <source>edit album</source>
        <translation>editar álbum</translation>
    </message>
    <message>
        <source>edit artist</source>
        <translation>editar artista</translation>
    </message>
    <message>
        <source>edit key</source>
        <translation>editar tonalidad</translation>
    </message>
    <message>
        <source>edit title</source>
        <translation>editar título</translation>
    </message>
    <message>
        <source>edit {name}</source>
        <translation>editar {name}</translation>
    </message>
    <message>
        <source>else {key}, {second_strength:.2f}</source>
        <translation>si no, {key}, {second_strength:.2f}</translation>
    </message>
    <message>
        <source>else {which}, {share}</source>
        <translation>si no, {which}, {share}</translation>
    </message>
    <message>
        <source>error {error:.3f} on average; log loss {log_loss:.2f} nats</source>
        <translation>error de {error:.3f} de media; pérdida logarítmica de {log_loss:.2f} nats</translation>
    </message>
    <message>
        <source>every column normally distributed by its ranks; support vectors, Gaussian kernel, gamma 0.01, C 10</source>
        <translation>cada columna con distribución normal por rangos; vectores de soporte, núcleo gaussiano, gamma 0.01, C 10</translation>
    </message>
    <message>
        <source>every combination</source>
        <translation>todas las combinaciones</translation>
    </message>
    <message>
        <source>exhaustive</source>
        <translation>exhaustiva</translation>
    </message>
    <message>
        <source>features</source>
        <translation>características</translation>
    </message>
    <message>
        <source>file folder</source>
        <translation>carpeta del archivo</translation>
    </message>
    <message>
        <source>final of {n_finalists}, fold {done} of {n_folds}</source>
        <translation>final de {n_finalists}, partición {done} de {n_folds}</translation>
    </message>
    <message>
        <source>final: {behind:.3f} behind the leader after {folds}; standard error of the difference {error:.3f}</source>
        <translation>final: {behind:.3f} por detrás del líder tras {folds}; error estándar de la diferencia {error:.3f}</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>terminada</translation>
    </message>
    <message>
        <source>fitted on {folds}: {predicted:.3f} expected</source>
        <translation>ajustado en {folds}: se espera {predicted:.3f}</translation>
    </message>
    <message>
        <source>fixed split</source>
        <translation>división fija</translation>
    </message>
    <message>
        <source>fixed split, seed {seed}</source>
        <translation>división fija, semilla {seed}</translation>
    </message>
    <message>
        <source>fold {done}</source>
        <translation>partición {done}</translation>
    </message>
    <message>
        <source>found by its name</source>
        <translation>hallada por su nombre</translation>
    </message>
    <message>
        <source>from</source>
        <translation>desde</translation>
    </message>
    <message>
        <source>from another table…</source>
        <translation>de otra tabla…</translation>
    </message>
    <message>
        <source>from {low:g}</source>
        <translation>desde {low:g}</translation>
    </message>
    <message>
        <source>from {time}: </source>
        <translation>desde {time}: </translation>
    </message>
    <message>
        <source>group</source>
        <translation>grupo</translation>
    </message>
    <message>
        <source>grouped</source>
        <translation>agrupadas</translation>
    </message>
    <message>
        <source>grouped by a remedy</source>
        <translation>agrupado por un remedio</translation>
    </message>
    <message>
        <source>grouped by {column}</source>
        <translation>agrupado por {column}</translation>
    </message>
    <message>
        <source>grouped folds</source>
        <translation>particiones agrupadas</translation>
    </message>
    <message>
        <source>grouped, strict</source>
        <translation>agrupadas, estrictas</translation>
    </message>
    <message>
        <source>half</source>
        <translation>la mitad</translation>
    </message>
    <message>
        <source>harmonic_rms</source>
        <translation>harmonic_rms</translation>
    </message>
    <message>
        <source>harmony on the circle of fifths</source>
        <translation>armonía en el círculo de quintas</translation>
    </message>
    <message>
        <source>harmony on the circle of major thirds</source>
        <translation>armonía en el círculo de terceras mayores</translation>
    </message>
    <message>
        <source>harmony on the circle of minor thirds</source>
        <translation>armonía en el círculo de terceras menores</translation>
    </message>
    <message>
        <source>have the same values, so they are one recording</source>
        <translation>tienen los mismos valores, así que son una misma grabación</translation>
    </message>
    <message>
        <source>held out, {protocol}</source>
        <translation>en filas reservadas, {protocol}</translation>
    </message>
    <message>
        <source>highest probability</source>
        <translation>probabilidad más alta</translation>
    </message>
    <message>
        <source>highest {words} (10 %)</source>
        <translation>{words}, 10 % más alto</translation>
    </message>
    <message>
        <source>impurity importance</source>
        <translation>importancia por impureza</translation>
    </message>
    <message>
        <source>in each protocol</source>
        <translation>en cada protocolo</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>interrumpida</translation>
    </message>
    <message>
        <source>irregularity of onsets</source>
        <translation>irregularidad de los ataques</translation>
    </message>
    <message>
        <source>is no higher</source>
        <translation>no es mayor</translation>
    </message>
    <message>
        <source>is {optimism:.3f} higher, which is within the standard deviation over the outer folds</source>
        <translation>es {optimism:.3f} mayor, dentro de la desviación estándar entre las particiones externas</translation>
    </message>
    <message>
        <source>is {optimism:.3f} higher: it was the best of many on the folds that chose it</source>
        <translation>es {optimism:.3f} mayor: fue la mejor de muchas en las particiones que la eligieron</translation>
    </message>
    <message>
        <source>key edited</source>
        <translation>tonalidad editada</translation>
    </message>
    <message>
        <source>key; also key:8A, its place on the Camelot wheel</source>
        <translation>tonalidad; también key:8A, su lugar en la rueda Camelot</translation>
    </message>
    <message>
        <source>label</source>
        <translation>etiqueta</translation>
    </message>
    <message>
        <source>larger classes thinned out</source>
        <translation>clases grandes reducidas</translation>
    </message>
    <message>
        <source>length</source>
        <translation>duración</translation>
    </message>
    <message>
        <source>less than 1 percent</source>
        <translation>menos del 1 por ciento</translation>
    </message>
    <message>
        <source>level</source>
        <translation>nivel</translation>
    </message>
    <message>
        <source>level of percussion</source>
        <translation>nivel de percusión</translation>
    </message>
    <message>
        <source>level of sustained sound</source>
        <translation>nivel de sonido sostenido</translation>
    </message>
    <message>
        <source>library export</source>
        <translation>exportación de biblioteca</translation>
    </message>
    <message>
        <source>librosa compiles at its first calls; the first check may take a minute.</source>
        <translation>librosa compila en sus primeras llamadas; la primera comparación puede tardar un minuto.</translation>
    </message>
    <message>
        <source>librosa is not part of the stand-alone program, since it brings a compiler of 180 MB; use the program from its source folder for this (python3 run.py).</source>
        <translation>librosa no forma parte del programa autónomo, pues incluye un compilador de 180 MB; para esto use el programa desde su carpeta de código fuente (python3 run.py).</translation>
    </message>
    <message>
        <source>likeness to noise</source>
        <translation>parecido al ruido</translation>
    </message>
    <message>
        <source>line {line} has {saw} entries where the first has {expected}; correct that line.</source>
        <translation>la línea {line} tiene {saw} valores y la primera, {expected}; corrija esa línea.</translation>
    </message>
    <message>
        <source>longer than 3 min 30 s</source>
        <translation>más de 3 min 30 s</translation>
    </message>
    <message>
        <source>louder than the song</source>
        <translation>más fuerte que la canción</translation>
    </message>
    <message>
        <source>loudness</source>
        <translation>sonoridad</translation>
    </message>
    <message>
        <source>loudness from −14 to −8 LUFS</source>
        <translation>sonoridad de −14 a −8 LUFS</translation>
    </message>
    <message>
        <source>lowest {words} (10 %)</source>
        <translation>{words}, 10 % más bajo</translation>
    </message>
    <message>
        <source>made: {title}</source>
        <translation>creada: {title}</translation>
    </message>
    <message>
        <source>major rather than minor</source>
        <translation>más mayor que menor</translation>
    </message>
    <message>
        <source>make 80/10/10, stratified</source>
        <translation>crear 80/10/10, estratificada</translation>
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
        <translation>mín–máx</translation>
    </message>
    <message>
        <source>mir_eval is not installed; it comes with the tools of development (python3 run.py test sets them up).</source>
        <translation>mir_eval no está instalado; viene con las herramientas de desarrollo (python3 run.py test las instala).</translation>
    </message>
    <message>
        <source>missing value</source>
        <translation>valor ausente</translation>
    </message>
    <message>
        <source>missing values</source>
        <translation>valores ausentes</translation>
    </message>
    <message>
        <source>mono</source>
        <translation>mono</translation>
    </message>
    <message>
        <source>most in {section}, {share}</source>
        <translation>máximo en {section}, {share}</translation>
    </message>
    <message>
        <source>most probable genre</source>
        <translation>género más probable</translation>
    </message>
    <message>
        <source>movement of the harmony</source>
        <translation>movimiento de la armonía</translation>
    </message>
    <message>
        <source>multinomial, C 0.1</source>
        <translation>multinomial, C 0.1</translation>
    </message>
    <message>
        <source>musical scales, shrunken covariance</source>
        <translation>escalas musicales, covarianza contraída</translation>
    </message>
    <message>
        <source>musical scales, whitened within artists, logistic regression on a Gaussian kernel</source>
        <translation>escalas musicales, blanqueadas dentro de cada artista, regresión logística con núcleo gaussiano</translation>
    </message>
    <message>
        <source>near copies</source>
        <translation>copias casi iguales</translation>
    </message>
    <message>
        <source>nested, {n_folds} {protocol} outer folds, ± standard deviation over them</source>
        <translation>anidada, {n_folds} particiones externas ({protocol}), ± desviación estándar entre ellas</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>no clear key</source>
        <translation>sin tonalidad clara</translation>
    </message>
    <message>
        <source>no fit was finished</source>
        <translation>no terminó ningún ajuste</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>sin límite</translation>
    </message>
    <message>
        <source>no preparation</source>
        <translation>sin preparación</translation>
    </message>
    <message>
        <source>no trial</source>
        <translation>ningún ensayo</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>sin valor</translation>
    </message>
    <message>
        <source>noisiness</source>
        <translation>ruidosidad</translation>
    </message>
    <message>
        <source>none</source>
        <translation>none</translation>
    </message>
    <message>
        <source>none of the genres that the model knows</source>
        <translation>ninguno de los géneros que conoce el modelo</translation>
    </message>
    <message>
        <source>none of these</source>
        <translation>ninguno de estos</translation>
    </message>
    <message>
        <source>none: this computer</source>
        <translation>ninguno: este equipo</translation>
    </message>
    <message>
        <source>not analysed</source>
        <translation>sin analizar</translation>
    </message>
    <message>
        <source>not analysed yet</source>
        <translation>aún sin analizar</translation>
    </message>
    <message>
        <source>not compared</source>
        <translation>sin comparar</translation>
    </message>
    <message>
        <source>not fitted: {predicted:.3f} expected from parameter effects</source>
        <translation>sin ajustar: se espera {predicted:.3f} por los efectos de los parámetros</translation>
    </message>
    <message>
        <source>not for clips</source>
        <translation>no para clips</translation>
    </message>
    <message>
        <source>note {semitones} semitones above the strongest</source>
        <translation>nota {semitones} semitonos por encima de la más fuerte</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>números</translation>
    </message>
    <message>
        <source>numbers in brackets</source>
        <translation>números entre paréntesis</translation>
    </message>
    <message>
        <source>on these rows</source>
        <translation>en estas filas</translation>
    </message>
    <message>
        <source>on {n_rows:,} rows that the search had not seen</source>
        <translation>en {n_rows:,} filas que la búsqueda no había visto</translation>
    </message>
    <message>
        <source>on {n_rows:,} test rows that no search has seen</source>
        <translation>en {n_rows:,} filas de prueba que ninguna búsqueda ha visto</translation>
    </message>
    <message>
        <source>on {protocol} folds</source>
        <translation>en particiones {protocol}</translation>
    </message>
    <message>
        <source>one recording in different files; is:duplicate: the same audio</source>
        <translation>una misma grabación en distintos archivos; is:duplicate: el mismo audio</translation>
    </message>
    <message>
        <source>one tree of depth 5</source>
        <translation>un árbol de profundidad 5</translation>
    </message>
    <message>
        <source>onset tempo</source>
        <translation>tempo de ataques</translation>
    </message>
    <message>
        <source>onsets a second</source>
        <translation>ataques por segundo</translation>
    </message>
    <message>
        <source>onsets a second in the bass</source>
        <translation>ataques por segundo en los graves</translation>
    </message>
    <message>
        <source>onsets a second in the middle</source>
        <translation>ataques por segundo en los medios</translation>
    </message>
    <message>
        <source>onsets a second in the treble</source>
        <translation>ataques por segundo en los agudos</translation>
    </message>
    <message>
        <source>optimistic: the best of many, on the very folds that chose it</source>
        <translation>optimista: la mejor de muchas, en las mismas particiones que la eligieron</translation>
    </message>
    <message>
        <source>or</source>
        <translation>o</translation>
    </message>
    <message>
        <source>outlier</source>
        <translation>valor atípico</translation>
    </message>
    <message>
        <source>outliers</source>
        <translation>valores atípicos</translation>
    </message>
    <message>
        <source>outputs agree within {agreement:g}</source>
        <translation>salidas con diferencias de {agreement:g} como máximo</translation>
    </message>
    <message>
        <source>pair</source>
        <translation>par</translation>
    </message>
    <message>
        <source>pairs</source>
        <translation>pares</translation>
    </message>
    <message>
        <source>parameters of {n} more</source>
        <translation>parámetros de {n} más</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pausa</translation>
    </message>
    <message>
        <source>paused; {what}</source>
        <translation>en pausa; {what}</translation>
    </message>
    <message>
        <source>peaks above valleys</source>
        <translation>picos sobre valles</translation>
    </message>
    <message>
        <source>peaks above valleys at {low} to {high} Hz</source>
        <translation>picos sobre valles entre {low} y {high} Hz</translation>
    </message>
    <message>
        <source>peaks of percussion</source>
        <translation>picos de la percusión</translation>
    </message>
    <message>
        <source>peaks of sustained sound</source>
        <translation>picos del sonido sostenido</translation>
    </message>
    <message>
        <source>percussion</source>
        <translation>percusión</translation>
    </message>
    <message>
        <source>percussive_rms</source>
        <translation>percussive_rms</translation>
    </message>
    <message>
        <source>pieces of {window:g} s</source>
        <translation>fragmentos de {window:g} s</translation>
    </message>
    <message>
        <source>playlist.{suffix}</source>
        <translation>lista.{suffix}</translation>
    </message>
    <message>
        <source>points of probability</source>
        <translation>puntos de probabilidad</translation>
    </message>
    <message>
        <source>precision</source>
        <translation>precisión</translation>
    </message>
    <message>
        <source>preparation: {settings}</source>
        <translation>preparación: {settings}</translation>
    </message>
    <message>
        <source>pulse at {low} to {high} BPM</source>
        <translation>pulso de {low} a {high} BPM</translation>
    </message>
    <message>
        <source>pulse at {ratio} of the strongest period</source>
        <translation>pulso a {ratio} del período más fuerte</translation>
    </message>
    <message>
        <source>quantile</source>
        <translation>cuantil</translation>
    </message>
    <message>
        <source>racing</source>
        <translation>carrera</translation>
    </message>
    <message>
        <source>random</source>
        <translation>aleatorias</translation>
    </message>
    <message>
        <source>random folds</source>
        <translation>particiones aleatorias</translation>
    </message>
    <message>
        <source>range of level</source>
        <translation>rango de nivel</translation>
    </message>
    <message>
        <source>range {level} LU</source>
        <translation>rango {level} LU</translation>
    </message>
    <message>
        <source>recall</source>
        <translation>exhaustividad</translation>
    </message>
    <message>
        <source>recording</source>
        <translation>grabación</translation>
    </message>
    <message>
        <source>recordings</source>
        <translation>grabaciones</translation>
    </message>
    <message>
        <source>remove 1 track</source>
        <translation>quitar 1 pista</translation>
    </message>
    <message>
        <source>remove label “{name}”</source>
        <translation>quitar etiqueta «{name}»</translation>
    </message>
    <message>
        <source>remove {n_tracks:,} tracks</source>
        <translation>quitar {n_tracks:,} pistas</translation>
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
        <translation>robusto</translation>
    </message>
    <message>
        <source>row</source>
        <translation>fila</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>filas</translation>
    </message>
    <message>
        <source>running</source>
        <translation>en curso</translation>
    </message>
    <message>
        <source>scaler {scaler}</source>
        <translation>escalado {scaler}</translation>
    </message>
    <message>
        <source>scikit-learn’s default</source>
        <translation>valor predeterminado de scikit-learn</translation>
    </message>
    <message>
        <source>search: {family}, {strategy}</source>
        <translation>búsqueda: {family}, {strategy}</translation>
    </message>
    <message>
        <source>searching</source>
        <translation>buscando</translation>
    </message>
    <message>
        <source>section</source>
        <translation>sección</translation>
    </message>
    <message>
        <source>sections</source>
        <translation>secciones</translation>
    </message>
    <message>
        <source>set by hand</source>
        <translation>fijado a mano</translation>
    </message>
    <message>
        <source>several</source>
        <translation>varios</translation>
    </message>
    <message>
        <source>several folders</source>
        <translation>varias carpetas</translation>
    </message>
    <message>
        <source>share correct</source>
        <translation>proporción de aciertos</translation>
    </message>
    <message>
        <source>share of its rows found</source>
        <translation>proporción de sus filas encontradas</translation>
    </message>
    <message>
        <source>share of other rows taken for the class</source>
        <translation>proporción de otras filas tomadas por la clase</translation>
    </message>
    <message>
        <source>share of percussion</source>
        <translation>proporción de percusión</translation>
    </message>
    <message>
        <source>share of quiet frames</source>
        <translation>proporción de tramos débiles</translation>
    </message>
    <message>
        <source>share of rows taken for the class, most probable first</source>
        <translation>proporción de filas tomadas por la clase, las más probables primero</translation>
    </message>
    <message>
        <source>smaller classes repeated</source>
        <translation>clases pequeñas repetidas</translation>
    </message>
    <message>
        <source>song</source>
        <translation>canción</translation>
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
        <translation>fijas</translation>
    </message>
    <message>
        <source>spread over the notes</source>
        <translation>reparto entre las notas</translation>
    </message>
    <message>
        <source>standard</source>
        <translation>estándar</translation>
    </message>
    <message>
        <source>stereo</source>
        <translation>estéreo</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>detenida</translation>
    </message>
    <message>
        <source>strength of onsets</source>
        <translation>fuerza de los ataques</translation>
    </message>
    <message>
        <source>strength {strength:.2f}</source>
        <translation>fuerza {strength:.2f}</translation>
    </message>
    <message>
        <source>suggested by parameter effects</source>
        <translation>sugerido por los efectos de los parámetros</translation>
    </message>
    <message>
        <source>support vectors, Gaussian kernel, gamma 0.1, C 1</source>
        <translation>vectores de soporte, núcleo gaussiano, gamma 0.1, C 1</translation>
    </message>
    <message>
        <source>support vectors, degree 5, C 0.005</source>
        <translation>vectores de soporte, grado 5, C 0.005</translation>
    </message>
    <message>
        <source>support vectors, linear, C 0.025</source>
        <translation>vectores de soporte, lineal, C 0.025</translation>
    </message>
    <message>
        <source>sustained sound</source>
        <translation>sonido sostenido</translation>
    </message>
    <message>
        <source>sustained sound to percussion</source>
        <translation>sonido sostenido frente a percusión</translation>
    </message>
    <message>
        <source>tempo of beats</source>
        <translation>tempo de pulsos</translation>
    </message>
    <message>
        <source>tempo of onsets</source>
        <translation>tempo de ataques</translation>
    </message>
    <message>
        <source>tempo, also at half or double speed</source>
        <translation>tempo, también a la mitad o al doble de velocidad</translation>
    </message>
    <message>
        <source>the classes of the 20 nearest rows vote</source>
        <translation>votan las clases de las 20 filas más cercanas</translation>
    </message>
    <message>
        <source>the classes {names}</source>
        <translation>las clases {names}</translation>
    </message>
    <message>
        <source>the exact phrase</source>
        <translation>la frase exacta</translation>
    </message>
    <message>
        <source>the grouped score: {why}</source>
        <translation>la puntuación agrupada: {why}</translation>
    </message>
    <message>
        <source>the key and those that mix well with it</source>
        <translation>la tonalidad y las que mezclan bien con ella</translation>
    </message>
    <message>
        <source>the selected track</source>
        <translation>la pista seleccionada</translation>
    </message>
    <message>
        <source>the shown track</source>
        <translation>la pista mostrada</translation>
    </message>
    <message>
        <source>the track</source>
        <translation>la pista</translation>
    </message>
    <message>
        <source>the units of each layer as (64, 32)</source>
        <translation>las unidades de cada capa como (64, 32)</translation>
    </message>
    <message>
        <source>the units of each layer as (64, 32), each at least 1</source>
        <translation>las unidades de cada capa como (64, 32), cada una al menos 1</translation>
    </message>
    <message>
        <source>then {named}</source>
        <translation>después {named}</translation>
    </message>
    <message>
        <source>timbre (MFCC {number})</source>
        <translation>timbre (MFCC {number})</translation>
    </message>
    <message>
        <source>times better than chance</source>
        <translation>veces mejor que el azar</translation>
    </message>
    <message>
        <source>to</source>
        <translation>hasta</translation>
    </message>
    <message>
        <source>tracks with a section of that name or letter</source>
        <translation>pistas con una sección de ese nombre o letra</translation>
    </message>
    <message>
        <source>training rows</source>
        <translation>filas de entrenamiento</translation>
    </message>
    <message>
        <source>treble</source>
        <translation>agudos</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true o false</translation>
    </message>
    <message>
        <source>true peak {level} dBTP</source>
        <translation>pico real {level} dBTP</translation>
    </message>
    <message>
        <source>two layers of 80 and 40 units</source>
        <translation>dos capas de 80 y 40 unidades</translation>
    </message>
    <message>
        <source>up to</source>
        <translation>y hasta</translation>
    </message>
    <message>
        <source>usual for</source>
        <translation>habitual en</translation>
    </message>
    <message>
        <source>valleys at {low} to {high} Hz</source>
        <translation>valles entre {low} y {high} Hz</translation>
    </message>
    <message>
        <source>variance above {amount:g}</source>
        <translation>varianza mayor que {amount:g}</translation>
    </message>
    <message>
        <source>variety of pulses</source>
        <translation>variedad de pulsos</translation>
    </message>
    <message>
        <source>whole numbers</source>
        <translation>números enteros</translation>
    </message>
    <message>
        <source>with all columns</source>
        <translation>con todas las columnas</translation>
    </message>
    <message>
        <source>with rhythm and timbre</source>
        <translation>con ritmo y timbre</translation>
    </message>
    <message>
        <source>with {some}</source>
        <translation>con {some}</translation>
    </message>
    <message>
        <source>without {name}</source>
        <translation>sin {name}</translation>
    </message>
    <message>
        <source>without {some}</source>
        <translation>sin {some}</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>zero_crossing_rate</source>
        <translation>zero_crossing_rate</translation>
    </message>
    <message>
        <source>{address} could not be fetched: {reason}</source>
        <translation>No se pudo descargar {address}: {reason}</translation>
    </message>
    <message>
        <source>{address} is not a readable address: {reason}</source>
        <translation>{address} no es una dirección legible: {reason}</translation>
    </message>
    <message>
        <source>{address} needs a package that is not installed ({package}).</source>
        <translation>{address} necesita un paquete que no está instalado ({package}).</translation>
    </message>
    <message>
        <source>{agreement} with the estimator on its training rows</source>
        <translation>{agreement} respecto al estimador en sus filas de entrenamiento</translation>
    </message>
    <message>
        <source>{alone}, McNemar p {p}</source>
        <translation>{alone}, McNemar p {p}</translation>
    </message>
    <message>
        <source>{amount:g} columns by mutual information</source>
        <translation>{amount:g} columnas por información mutua</translation>
    </message>
    <message>
        <source>{amount:g} columns by recursion</source>
        <translation>{amount:g} columnas por recursión</translation>
    </message>
    <message>
        <source>{analysed:,} analysed</source>
        <translation>{analysed:,} analizados</translation>
    </message>
    <message>
        <source>{axis}, kHz</source>
        <translation>{axis}, kHz</translation>
    </message>
    <message>
        <source>{beats_per_bar} beats</source>
        <translation>{beats_per_bar} pulsos</translation>
    </message>
    <message>
        <source>{beats} beats in a bar</source>
        <translation>{beats} pulsos por compás</translation>
    </message>
    <message>
        <source>{beats} beats in a bar cannot be set: {fewest} to {most} can.</source>
        <translation>No se pueden fijar {beats} pulsos por compás: se admiten de {fewest} a {most}.</translation>
    </message>
    <message>
        <source>{beats} beats in a bar from {start}</source>
        <translation>{beats} pulsos por compás desde {start}</translation>
    </message>
    <message>
        <source>{better} is better than {worse} ({first} less {second}: {points}; {by_rows}).</source>
        <translation>{better} es mejor que {worse} ({first} menos {second}: {points}; {by_rows}).</translation>
    </message>
    <message>
        <source>{bpm} BPM is out of range: {slowest:.0f} to {fastest:.0f} BPM can be set.</source>
        <translation>{bpm} BPM está fuera del rango: se puede fijar de {slowest:.0f} a {fastest:.0f} BPM.</translation>
    </message>
    <message>
        <source>{chosen} (not there)</source>
        <translation>{chosen} (no disponible)</translation>
    </message>
    <message>
        <source>{classes} with too few groups for {n_folds} folds</source>
        <translation>{classes} con muy pocos grupos para {n_folds} particiones</translation>
    </message>
    <message>
        <source>{classes} with too few rows for {n_folds} folds</source>
        <translation>{classes} con muy pocas filas para {n_folds} particiones</translation>
    </message>
    <message>
        <source>{column} is constant</source>
        <translation>{column} es constante</translation>
    </message>
    <message>
        <source>{column} is empty</source>
        <translation>{column} está vacía</translation>
    </message>
    <message>
        <source>{container} {codec} · {rate:g} kHz · {channels}</source>
        <translation>{container} {codec} · {rate:g} kHz · {channels}</translation>
    </message>
    <message>
        <source>{count:,} comment lines were passed over.</source>
        <translation>Se omitieron {count:,} líneas de comentario.</translation>
    </message>
    <message>
        <source>{count:,} damaged pieces of the file could not be decoded and left no sound.</source>
        <translation>No se pudieron descodificar {count:,} fragmentos dañados del archivo, que quedaron sin sonido.</translation>
    </message>
    <message>
        <source>{count:,} files in the queue</source>
        <translation>{count:,} archivos en la cola</translation>
    </message>
    <message>
        <source>{count:,} runs</source>
        <translation>{count:,} ejecuciones</translation>
    </message>
    <message>
        <source>{count:,} samples are not finite numbers and are taken as silence.</source>
        <translation>{count:,} muestras no son números finitos y se toman como silencio.</translation>
    </message>
    <message>
        <source>{counted} dominated by one {what}</source>
        <translation>{counted} con predominio de un solo grupo ({what})</translation>
    </message>
    <message>
        <source>{count} folds</source>
        <translation>{count} particiones</translation>
    </message>
    <message>
        <source>{count} tapped beat from {start}</source>
        <translation>{count} pulso marcado desde {start}</translation>
    </message>
    <message>
        <source>{count} tapped beats from {start}</source>
        <translation>{count} pulsos marcados desde {start}</translation>
    </message>
    <message>
        <source>{difference:+.1f} points of accuracy, 95 % interval {low:+.1f} to {high:+.1f}, corrected t-test over {n_folds} folds p {p}</source>
        <translation>{difference:+.1f} puntos de exactitud, intervalo del 95 % de {low:+.1f} a {high:+.1f}, prueba t corregida sobre {n_folds} particiones p {p}</translation>
    </message>
    <message>
        <source>{done} of {expected} fits</source>
        <translation>{done} de {expected} ajustes</translation>
    </message>
    <message>
        <source>{estimator} cannot be fitted with these settings ({settings}): {reason}</source>
        <translation>{estimator} no se puede ajustar con esta configuración ({settings}): {reason}</translation>
    </message>
    <message>
        <source>{estimator} has no parameter “{name}” that can be set; choose among {known}.</source>
        <translation>{estimator} no tiene ningún parámetro «{name}» que se pueda fijar; elija entre {known}.</translation>
    </message>
    <message>
        <source>{estimator} is not made of trees that can be shown.</source>
        <translation>{estimator} no se compone de árboles que se puedan mostrar.</translation>
    </message>
    <message>
        <source>{estimator}.{name} cannot be “{value}”; it must be {rule}.</source>
        <translation>{estimator}.{name} no puede ser «{value}»; debe ser {rule}.</translation>
    </message>
    <message>
        <source>{failed:,} failed</source>
        <translation>{failed:,} fallidos</translation>
    </message>
    <message>
        <source>{failed} of {expected} fits failed: {error}</source>
        <translation>{failed} de {expected} ajustes fallidos: {error}</translation>
    </message>
    <message>
        <source>{failed} of {files} files could not be analysed and were left out: {first}</source>
        <translation>{failed} de {files} archivos no se pudieron analizar y se excluyeron: {first}</translation>
    </message>
    <message>
        <source>{family} grid, {strategy}, {folds}, seed {seed}</source>
        <translation>rejilla de {family}, {strategy}, {folds}, semilla {seed}</translation>
    </message>
    <message>
        <source>{files} could not be restored.</source>
        <translation>Falló la restauración de {files}.</translation>
    </message>
    <message>
        <source>{files} could not be written.</source>
        <translation>Falló la escritura de {files}.</translation>
    </message>
    <message>
        <source>{files} failed</source>
        <translation>Fallos: {files}</translation>
    </message>
    <message>
        <source>{first} Random folds put rows of one {what} on both sides: {high:.0f} points come from recognising the {what}. For a new {what}, rely on the grouped score.</source>
        <translation>{first} Las particiones aleatorias ponen filas de un mismo grupo ({what}) en ambos lados: {high:.0f} puntos se deben a reconocer el grupo ({what}). Para un grupo nuevo ({what}), confíe en la puntuación agrupada.</translation>
    </message>
    <message>
        <source>{first} There is no difference beyond chance: recognising the {what} does not help.</source>
        <translation>{first} No hay más diferencia que la del azar: reconocer el grupo ({what}) no ayuda.</translation>
    </message>
    <message>
        <source>{first} and {second} ({strength:.2f})</source>
        <translation>{first} y {second} ({strength:.2f})</translation>
    </message>
    <message>
        <source>{first} and {second} differ: {by_rows}.</source>
        <translation>{first} y {second} difieren: {by_rows}.</translation>
    </message>
    <message>
        <source>{first} and {second} show no difference on these rows: {by_rows}.</source>
        <translation>{first} y {second} no muestran diferencia en estas filas: {by_rows}.</translation>
    </message>
    <message>
        <source>{first} and {second}: no difference that this data could show ({points}; {by_rows}).</source>
        <translation>{first} y {second}: ninguna diferencia que estos datos puedan mostrar ({points}; {by_rows}).</translation>
    </message>
    <message>
        <source>{first} and {second}: {correlation:.2f}</source>
        <translation>{first} y {second}: {correlation:.2f}</translation>
    </message>
    <message>
        <source>{folders} of earlier versions, without a record, not shown.</source>
        <translation>{folders} de versiones anteriores, sin registro: no se muestran.</translation>
    </message>
    <message>
        <source>{folder} already contains a search; resume it or use another folder.</source>
        <translation>{folder} ya contiene una búsqueda; reanúdela o use otra carpeta.</translation>
    </message>
    <message>
        <source>{folder} cannot be made: {reason}.</source>
        <translation>No se puede crear {folder}: {reason}.</translation>
    </message>
    <message>
        <source>{folder} cannot be written to: {reason}; choose another folder.</source>
        <translation>No se puede escribir en {folder}: {reason}; elija otra carpeta.</translation>
    </message>
    <message>
        <source>{folder} contains no search; name the folder of one.</source>
        <translation>{folder} no contiene ninguna búsqueda; indique la carpeta de una.</translation>
    </message>
    <message>
        <source>{folder} holds no .beats file with the name of an audio file.</source>
        <translation>{folder} no contiene ningún archivo .beats con el nombre de un archivo de audio.</translation>
    </message>
    <message>
        <source>{folder} holds no audio file whose key is in clips.csv or in a .key file beside it.</source>
        <translation>{folder} no contiene ningún archivo de audio cuya tonalidad esté en clips.csv o en un archivo .key a su lado.</translation>
    </message>
    <message>
        <source>{folder} holds no audio file with a .chords.lab file beside it.</source>
        <translation>{folder} no contiene ningún archivo de audio con un archivo .chords.lab a su lado.</translation>
    </message>
    <message>
        <source>{folder} holds no audio file with a .sections.lab file beside it.</source>
        <translation>{folder} no contiene ningún archivo de audio con un archivo .sections.lab a su lado.</translation>
    </message>
    <message>
        <source>{folder} holds no audio files; name a folder with music and .beats files.</source>
        <translation>{folder} no contiene archivos de audio; indique una carpeta con música y archivos .beats.</translation>
    </message>
    <message>
        <source>{folder} is no folder.</source>
        <translation>{folder} no es una carpeta.</translation>
    </message>
    <message>
        <source>{folder} is no longer there.</source>
        <translation>{folder} ya no está ahí.</translation>
    </message>
    <message>
        <source>{folder} is there already and holds something else; move it away or choose another folder.</source>
        <translation>{folder} ya existe y contiene otra cosa; muévala o elija otra carpeta.</translation>
    </message>
    <message>
        <source>{folds} folds</source>
        <translation>{folds} particiones</translation>
    </message>
    <message>
        <source>{folds} folds, {repeats} times</source>
        <translation>{folds} particiones, {repeats} veces</translation>
    </message>
    <message>
        <source>{gain:+d} dB</source>
        <translation>{gain:+d} dB</translation>
    </message>
    <message>
        <source>{gap:.0f} points of the random score come from rows of the same group</source>
        <translation>{gap:.0f} puntos de la puntuación aleatoria se deben a filas del mismo grupo</translation>
    </message>
    <message>
        <source>{groups}, from {name}</source>
        <translation>{groups}, de {name}</translation>
    </message>
    <message>
        <source>{group} has {share:.0f} % of {name}</source>
        <translation>{group} tiene el {share:.0f} % de {name}</translation>
    </message>
    <message>
        <source>{held_out:.3f} on held-out rows, {seen:.3f} on training rows</source>
        <translation>{held_out:.3f} en filas reservadas, {seen:.3f} en filas de entrenamiento</translation>
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
        <translation>quedan {hours} h {minutes} min</translation>
    </message>
    <message>
        <source>{how}, last finalist {least:.3f}</source>
        <translation>{how}, último finalista {least:.3f}</translation>
    </message>
    <message>
        <source>{kind} of {column}</source>
        <translation>{kind} de {column}</translation>
    </message>
    <message>
        <source>{least}{what} of strongly correlated columns</source>
        <translation>{least}{what} de columnas muy correlacionadas</translation>
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
        <translation>{listed} en «{names}»</translation>
    </message>
    <message>
        <source>{listed}. A model of such a class mostly learns that {what}.</source>
        <translation>{listed}. Un modelo de una clase así aprende sobre todo ese grupo ({what}).</translation>
    </message>
    <message>
        <source>{listed}. A model would have to tell apart what is one class, and its score would be too low. Merge them if they mean the same.</source>
        <translation>{listed}. Un modelo tendría que distinguir lo que es una sola clase y su puntuación sería demasiado baja. Únalas si significan lo mismo.</translation>
    </message>
    <message>
        <source>{listed}. Feature set differs: {recipe} expected. A classifier can be trained and evaluated, but not applied to audio here.</source>
        <translation>{listed}. El conjunto de características es distinto: se espera {recipe}. Se puede entrenar y evaluar un clasificador, pero no aplicarlo aquí a audio.</translation>
    </message>
    <message>
        <source>{listed}. Large classes dominate the accuracy; always predicting “{classes}” reaches {chance:.2f}. Use macro precision, recall and F1, in which every class counts the same.</source>
        <translation>{listed}. Las clases grandes dominan la exactitud; predecir siempre «{classes}» alcanza {chance:.2f}. Use precisión, exhaustividad y F1 macro, en las que todas las clases cuentan lo mismo.</translation>
    </message>
    <message>
        <source>{listed}: accuracy alone {least:.2f} to {most:.2f}, by chance {chance:.2f}. Either the classes are very different music, or the recordings differ in loudness, codec or source and a model learns the recordings. Listen to some of each class.</source>
        <translation>{listed}: exactitud por sí solas de {least:.2f} a {most:.2f}; por azar, {chance:.2f}. O las clases son música muy distinta, o las grabaciones difieren en sonoridad, códec u origen y el modelo aprende las grabaciones. Escuche algunas de cada clase.</translation>
    </message>
    <message>
        <source>{listed}: accuracy alone {least:.2f} to {most:.2f}, by chance {chance:.2f}. Either these columns say where a row comes from, or the classes are very different.</source>
        <translation>{listed}: exactitud por sí solas de {least:.2f} a {most:.2f}, por azar {chance:.2f}. O bien estas columnas dicen de dónde viene una fila, o las clases son muy distintas.</translation>
    </message>
    <message>
        <source>{listed}: every fold needs one {what} of every class for testing and others for training. {advice}</source>
        <translation>{listed}: cada partición necesita un elemento ({what}) de cada clase para probar y otros para entrenar. {advice}</translation>
    </message>
    <message>
        <source>{listed}: kept as a class. Leave the rows out if their label is missing.</source>
        <translation>{listed}: se conserva como clase. Excluya las filas si les falta la etiqueta.</translation>
    </message>
    <message>
        <source>{listed}: the same value in every row.</source>
        <translation>{listed}: el mismo valor en todas las filas.</translation>
    </message>
    <message>
        <source>{metre} beats per bar</source>
        <translation>{metre} pulsos por compás</translation>
    </message>
    <message>
        <source>{metric} {where}; whiskers from the lowest fold to the highest</source>
        <translation>{metric} {where}; bigotes de la partición más baja a la más alta</translation>
    </message>
    <message>
        <source>{minutes} min left</source>
        <translation>quedan {minutes} min</translation>
    </message>
    <message>
        <source>{missing:,} missing values, most in {named}. They are replaced by the column’s median.</source>
        <translation>Faltan {missing:,} valores, sobre todo en {named}. Se sustituyen por la mediana de la columna.</translation>
    </message>
    <message>
        <source>{model_name} · {new:.0f} % accuracy on new artists, {known:.0f} % on known</source>
        <translation>{model_name} · exactitud: {new:.0f} % con artistas nuevos, {known:.0f} % con conocidos</translation>
    </message>
    <message>
        <source>{model} reads “{column}”, which {name} does not have; compare on other data.</source>
        <translation>{model} lee «{column}», que {name} no tiene; compare con otros datos.</translation>
    </message>
    <message>
        <source>{model}: feature set differs ({recipe}); {name} has {measured}. Train it again on these.</source>
        <translation>{model}: el conjunto de características es distinto ({recipe}); {name} tiene {measured}. Entrénelo de nuevo con estas.</translation>
    </message>
    <message>
        <source>{n:,} of {n_columns:,} columns examined one by one</source>
        <translation>{n:,} de {n_columns:,} columnas examinadas una por una</translation>
    </message>
    <message>
        <source>{n:,} rows are copies of others</source>
        <translation>{n:,} filas son copias de otras</translation>
    </message>
    <message>
        <source>{n:,} rows are near copies of others</source>
        <translation>{n:,} filas son copias aproximadas de otras</translation>
    </message>
    <message>
        <source>{n:,} selected tracks</source>
        <translation>{n:,} pistas seleccionadas</translation>
    </message>
    <message>
        <source>{n:,} shown tracks</source>
        <translation>{n:,} pistas mostradas</translation>
    </message>
    <message>
        <source>{n:,} tracks were analysed by an earlier version and keep their genre. Analyse them again to classify them with “{title}”.</source>
        <translation>{n:,} pistas se analizaron con una versión anterior y conservan su género. Analícelas de nuevo para clasificarlas con «{title}».</translation>
    </message>
    <message>
        <source>{n:,} {noun}</source>
        <translation>{n:,} {noun}</translation>
    </message>
    <message>
        <source>{n_bars:,} bars · {n_beats:,} beats</source>
        <translation>{n_bars:,} compases · {n_beats:,} pulsos</translation>
    </message>
    <message>
        <source>{n_beyond} of {count} features differ from librosa {version} by more than their tolerances: {names}.</source>
        <translation>{n_beyond} de {count} características difieren de librosa {version} más de lo tolerado: {names}.</translation>
    </message>
    <message>
        <source>{n_changed:,} beats change</source>
        <translation>{n_changed:,} pulsos cambian</translation>
    </message>
    <message>
        <source>{n_columns} columns</source>
        <translation>{n_columns} columnas</translation>
    </message>
    <message>
        <source>{n_columns} columns each separate the classes alone</source>
        <translation>{n_columns} columnas separan las clases cada una por sí sola</translation>
    </message>
    <message>
        <source>{n_combinations} beats at {tempo} BPM on average</source>
        <translation>{n_combinations} pulsos a {tempo} BPM de media</translation>
    </message>
    <message>
        <source>{n_failed:,} failed</source>
        <translation>{n_failed:,} fallidos</translation>
    </message>
    <message>
        <source>{n_files:,} files are missing.</source>
        <translation>Faltan {n_files:,} archivos.</translation>
    </message>
    <message>
        <source>{n_files:,} files with other contents are analysed: their audio will tell.</source>
        <translation>Se analizan {n_files:,} archivos con otro contenido: su audio lo aclarará.</translation>
    </message>
    <message>
        <source>{n_fits:,} finished fits are kept</source>
        <translation>se conservan {n_fits:,} ajustes terminados</translation>
    </message>
    <message>
        <source>{n_fits:,} fits</source>
        <translation>{n_fits:,} ajustes</translation>
    </message>
    <message>
        <source>{n_fits:,} fits of an earlier search are reused.</source>
        <translation>Se reutilizan {n_fits:,} ajustes de una búsqueda anterior.</translation>
    </message>
    <message>
        <source>{n_fits:,} fits, {seconds:,.1f} s of fitting.</source>
        <translation>{n_fits:,} ajustes, {seconds:,.1f} s de ajuste.</translation>
    </message>
    <message>
        <source>{n_fits:,} of {n_expected:,} fits</source>
        <translation>{n_fits:,} de {n_expected:,} ajustes</translation>
    </message>
    <message>
        <source>{n_folds} folds, seed {seed}</source>
        <translation>{n_folds} particiones, semilla {seed}</translation>
    </message>
    <message>
        <source>{n_folds} folds, {repeats} times, seed {seed}</source>
        <translation>{n_folds} particiones, {repeats} veces, semilla {seed}</translation>
    </message>
    <message>
        <source>{n_folds} {protocol} folds</source>
        <translation>{n_folds} particiones ({protocol})</translation>
    </message>
    <message>
        <source>{n_found:,} found again.</source>
        <translation>Recuperados: {n_found:,}.</translation>
    </message>
    <message>
        <source>{n_found:,} of {n_missing:,} missing tracks found again.</source>
        <translation>Recuperadas {n_found:,} de {n_missing:,} pistas que faltaban.</translation>
    </message>
    <message>
        <source>{n_found:,} of {tracks}</source>
        <translation>{n_found:,} de {tracks}</translation>
    </message>
    <message>
        <source>{n_groups:,} groups</source>
        <translation>{n_groups:,} grupos</translation>
    </message>
    <message>
        <source>{n_rounds} rounds</source>
        <translation>{n_rounds} rondas</translation>
    </message>
    <message>
        <source>{n_rows:,} rows</source>
        <translation>{n_rows:,} filas</translation>
    </message>
    <message>
        <source>{n_rows:,} rows left out</source>
        <translation>{n_rows:,} filas excluidas</translation>
    </message>
    <message>
        <source>{n_rows:,} rows of {name}</source>
        <translation>{n_rows:,} filas de {name}</translation>
    </message>
    <message>
        <source>{n_rows:,} rows written to {name}.</source>
        <translation>{n_rows:,} filas escritas en {name}.</translation>
    </message>
    <message>
        <source>{n_rows:,} rows, {n_columns:,} columns, {n_classes} classes</source>
        <translation>{n_rows:,} filas, {n_columns:,} columnas, {n_classes} clases</translation>
    </message>
    <message>
        <source>{n_rows:,} rows, {n_columns} columns, {n_classes} classes</source>
        <translation>{n_rows:,} filas, {n_columns} columnas, {n_classes} clases</translation>
    </message>
    <message>
        <source>{n_rows} rows</source>
        <translation>{n_rows} filas</translation>
    </message>
    <message>
        <source>{n_sheets:,} song sheets</source>
        <translation>{n_sheets:,} fichas de canción</translation>
    </message>
    <message>
        <source>{n_sheets} song sheets</source>
        <translation>{n_sheets} fichas de canción</translation>
    </message>
    <message>
        <source>{n_shown} of {n_columns_2} columns…</source>
        <translation>{n_shown} de {n_columns_2} columnas…</translation>
    </message>
    <message>
        <source>{n_songs:,} songs</source>
        <translation>{n_songs:,} canciones</translation>
    </message>
    <message>
        <source>{n_taken} of {n_offered} as one-hot</source>
        <translation>{n_taken} de {n_offered} como one-hot</translation>
    </message>
    <message>
        <source>{n_tracks:,} tracks</source>
        <translation>{n_tracks:,} pistas</translation>
    </message>
    <message>
        <source>{n_trees} trees</source>
        <translation>{n_trees} árboles</translation>
    </message>
    <message>
        <source>{n_wanted:,} of {files} would change</source>
        <translation>Cambiarían {n_wanted:,} de {files}</translation>
    </message>
    <message>
        <source>{named} {share:.0f} %, one window for the whole piece</source>
        <translation>{named} {share:.0f} %, una ventana para toda la pieza</translation>
    </message>
    <message>
        <source>{names} saved in {path}.</source>
        <translation>{names} guardados en {path}.</translation>
    </message>
    <message>
        <source>{names}: a fit on {columns:,} columns needs about {needed:.1f} GB of memory, and {free:.1f} GB are free; train the others, or leave columns out.</source>
        <translation>{names}: un ajuste con {columns:,} columnas necesita unos {needed:.1f} GB de memoria y hay {free:.1f} GB libres; entrene los demás u excluya columnas.</translation>
    </message>
    <message>
        <source>{name} (Space)</source>
        <translation>{name} (Espacio)</translation>
    </message>
    <message>
        <source>{name} (shipped)</source>
        <translation>{name} (incluido)</translation>
    </message>
    <message>
        <source>{name} added.</source>
        <translation>{name} añadido.</translation>
    </message>
    <message>
        <source>{name} axis</source>
        <translation>Eje {name}</translation>
    </message>
    <message>
        <source>{name} begins with zeros only: the copy or download is incomplete. Copy or download it again.</source>
        <translation>{name} empieza solo con ceros: la copia o la descarga está incompleta. Cópielo o descárguelo de nuevo.</translation>
    </message>
    <message>
        <source>{name} cannot be decoded: it is damaged or copy-protected. Try another copy or convert it to WAV.</source>
        <translation>{name} no se puede descodificar: está dañado o protegido contra copia. Pruebe otra copia o conviértalo a WAV.</translation>
    </message>
    <message>
        <source>{name} cannot be fitted: this version does not know how it was made.</source>
        <translation>{name} no se puede ajustar: esta versión no sabe cómo se creó.</translation>
    </message>
    <message>
        <source>{name} cannot be found; it may have been moved or renamed. Open it from where it is now.</source>
        <translation>No se encuentra {name}; puede que se haya movido o renombrado. Ábralo desde donde está ahora.</translation>
    </message>
    <message>
        <source>{name} cannot be opened: {reason}.</source>
        <translation>{name} no se puede abrir: {reason}.</translation>
    </message>
    <message>
        <source>{name} cannot be played</source>
        <translation>No se puede reproducir {name}</translation>
    </message>
    <message>
        <source>{name} cannot be played: unknown format.</source>
        <translation>{name} no se puede reproducir: formato desconocido.</translation>
    </message>
    <message>
        <source>{name} cannot be read as audio: it is damaged, incomplete or of an unknown kind. If it plays elsewhere, convert it to WAV or FLAC; if not, copy or download it again.</source>
        <translation>{name} no se puede leer como audio: está dañado, incompleto o es de un tipo desconocido. Si se reproduce en otro programa, conviértalo a WAV o FLAC; si no, cópielo o descárguelo de nuevo.</translation>
    </message>
    <message>
        <source>{name} cannot be read as text: {reason}</source>
        <translation>{name} no se puede leer como texto: {reason}</translation>
    </message>
    <message>
        <source>{name} cannot be read further: {reason}</source>
        <translation>{name} no se puede seguir leyendo: {reason}</translation>
    </message>
    <message>
        <source>{name} cannot be read: the disk reports an error. Copy it to another disk and try again.</source>
        <translation>{name} no se puede leer: el disco informa de un error. Cópielo a otro disco e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>{name} cannot be read: {reason}.</source>
        <translation>{name} no se puede leer: {reason}.</translation>
    </message>
    <message>
        <source>{name} cannot be read: {reason}. Copy it to another disk and try again.</source>
        <translation>{name} no se puede leer: {reason}. Cópielo a otro disco e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>{name} cannot be saved as a model: {reason}.</source>
        <translation>{name} no se puede guardar como modelo: {reason}.</translation>
    </message>
    <message>
        <source>{name} cannot be written</source>
        <translation>No se puede escribir {name}</translation>
    </message>
    <message>
        <source>{name} cannot be written: {reason}.</source>
        <translation>No se puede escribir {name}: {reason}.</translation>
    </message>
    <message>
        <source>{name} changed while it was read; try again when it is complete.</source>
        <translation>{name} cambió mientras se leía; inténtelo de nuevo cuando esté completo.</translation>
    </message>
    <message>
        <source>{name} changes its sampling rate or channels within; one file cannot hold both.</source>
        <translation>{name} cambia de frecuencia de muestreo o de canales en su interior; un mismo archivo no admite ambos.</translation>
    </message>
    <message>
        <source>{name} contains no audio: 0 samples. Record or export it again.</source>
        <translation>{name} no contiene audio: 0 muestras. Grábelo o expórtelo de nuevo.</translation>
    </message>
    <message>
        <source>{name} contains no beats.</source>
        <translation>{name} no contiene pulsos.</translation>
    </message>
    <message>
        <source>{name} contains no playable audio.</source>
        <translation>{name} no contiene audio reproducible.</translation>
    </message>
    <message>
        <source>{name} contains no sections.</source>
        <translation>{name} no contiene secciones.</translation>
    </message>
    <message>
        <source>{name} contains no sound in this passage.</source>
        <translation>{name} no contiene sonido en este pasaje.</translation>
    </message>
    <message>
        <source>{name} could not be analysed: {reason}</source>
        <translation>No se pudo analizar {name}: {reason}</translation>
    </message>
    <message>
        <source>{name} could not be fitted in both protocols; nothing to compare.</source>
        <translation>{name} no se pudo ajustar en ambos protocolos; nada que comparar.</translation>
    </message>
    <message>
        <source>{name} could not be fitted: {error}</source>
        <translation>{name} no se pudo ajustar: {error}</translation>
    </message>
    <message>
        <source>{name} could not be fitted: {reason}</source>
        <translation>{name} no se pudo ajustar: {reason}</translation>
    </message>
    <message>
        <source>{name} could not be removed: {reason}.</source>
        <translation>{name} no se pudo quitar: {reason}.</translation>
    </message>
    <message>
        <source>{name} could not be restored: {reason}.</source>
        <translation>{name} no se pudo restaurar: {reason}.</translation>
    </message>
    <message>
        <source>{name} could not be written: {reason}.</source>
        <translation>{name} no se pudo escribir: {reason}.</translation>
    </message>
    <message>
        <source>{name} could not be written: {reason}. Choose another name or folder.</source>
        <translation>No se pudo escribir {name}: {reason}. Elija otro nombre u otra carpeta.</translation>
    </message>
    <message>
        <source>{name} counts video frames, not beats. Export it with a tempo in beats.</source>
        <translation>{name} cuenta fotogramas de vídeo, no pulsos. Expórtelo con un tempo en pulsos.</translation>
    </message>
    <message>
        <source>{name} does not fit into memory; leave columns or rows out.</source>
        <translation>{name} no cabe en la memoria; excluya columnas o filas.</translation>
    </message>
    <message>
        <source>{name} does not name each row of the feature table once, with the same label.</source>
        <translation>{name} no nombra una sola vez cada fila de la tabla de características con la misma etiqueta.</translation>
    </message>
    <message>
        <source>{name} does not state the folders of its files, so it cannot be grouped by folder.</source>
        <translation>{name} no indica las carpetas de sus archivos, así que no se puede agrupar por carpeta.</translation>
    </message>
    <message>
        <source>{name} ended early: it was changed, or taken away, while it was playing.</source>
        <translation>{name} terminó antes de tiempo: se modificó o se retiró durante la reproducción.</translation>
    </message>
    <message>
        <source>{name} goes on to {time} s, but the piece ends at {duration} s. Is it of this piece?</source>
        <translation>{name} llega hasta {time} s, pero la pieza termina en {duration} s. ¿Es de esta pieza?</translation>
    </message>
    <message>
        <source>{name} has a beat at {time} s, but the piece ends at {duration} s. Are these its beats?</source>
        <translation>{name} tiene un pulso en {time} s, pero la pieza termina en {duration} s. ¿Son estos sus pulsos?</translation>
    </message>
    <message>
        <source>{name} has a header but no rows; add rows.</source>
        <translation>{name} tiene encabezado pero no filas; añada filas.</translation>
    </message>
    <message>
        <source>{name} has a name that is too long for this system; rename it.</source>
        <translation>{name} tiene un nombre demasiado largo para este sistema; cámbiele el nombre.</translation>
    </message>
    <message>
        <source>{name} has about {rows:,.0f} rows of {columns} columns, which need {needed:.1f} GB of memory, and {free:.1f} GB are free; leave columns out, or train on a part of the rows.</source>
        <translation>{name} tiene unas {rows:,.0f} filas de {columns} columnas, que necesitan {needed:.1f} GB de memoria, y hay {free:.1f} GB libres; excluya columnas o entrene con una parte de las filas.</translation>
    </message>
    <message>
        <source>{name} has beats without their positions in the bar.</source>
        <translation>{name} tiene pulsos sin su posición en el compás.</translation>
    </message>
    <message>
        <source>{name} has music in 1 subfolder; give a folder with one subfolder for each class.</source>
        <translation>{name} tiene música en 1 subcarpeta; indique una carpeta con una subcarpeta para cada clase.</translation>
    </message>
    <message>
        <source>{name} has music in {count} subfolders; give a folder with one subfolder for each class.</source>
        <translation>{name} tiene música en {count} subcarpetas; indique una carpeta con una subcarpeta para cada clase.</translation>
    </message>
    <message>
        <source>{name} has no audio track; choose a file with sound in it.</source>
        <translation>{name} no tiene pista de audio; elija un archivo con sonido.</translation>
    </message>
    <message>
        <source>{name} has no class weights: trained without</source>
        <translation>{name} no tiene pesos de clase: entrenado sin ellos</translation>
    </message>
    <message>
        <source>{name} has no column “label” and none that could be one: a label is text that repeats. Add a column with the class of each row.</source>
        <translation>{name} no tiene ninguna columna «label» ni otra que pueda serlo: una etiqueta es texto que se repite. Añada una columna con la clase de cada fila.</translation>
    </message>
    <message>
        <source>{name} has no column “label”; candidates: {columns}. Choose the label.</source>
        <translation>{name} no tiene ninguna columna «label»; candidatas: {columns}. Elija la etiqueta.</translation>
    </message>
    <message>
        <source>{name} has no column “{column}”; it has {columns}.</source>
        <translation>{name} no tiene ninguna columna «{column}»; tiene {columns}.</translation>
    </message>
    <message>
        <source>{name} has no column “{column}”{hint}.</source>
        <translation>{name} no tiene ninguna columna «{column}»{hint}.</translation>
    </message>
    <message>
        <source>{name} has no finite number in any column; add features to train on.</source>
        <translation>{name} no tiene números finitos en ninguna columna; añada características con que entrenar.</translation>
    </message>
    <message>
        <source>{name} has no fixed split; choose a column with train, valid or test.</source>
        <translation>{name} no tiene una división fija; elija una columna con train, valid o test.</translation>
    </message>
    <message>
        <source>{name} has no groups; choose a column with the groups of its rows.</source>
        <translation>{name} no tiene grupos; elija una columna con los grupos de sus filas.</translation>
    </message>
    <message>
        <source>{name} has no header of the kind that its name says; it may hold bare samples. Import it as raw data in an audio editor and save it as WAV.</source>
        <translation>{name} no tiene un encabezado como el que su nombre indica; puede que contenga muestras sin formato. Impórtelo como datos en bruto en un editor de audio y guárdelo como WAV.</translation>
    </message>
    <message>
        <source>{name} has no number in row {row}, column “{column}”; fill or remove the row.</source>
        <translation>{name} no tiene un número en la fila {row}, columna «{column}»; complete o quite la fila.</translation>
    </message>
    <message>
        <source>{name} has no numeric columns beside its label; add features to train on.</source>
        <translation>{name} no tiene columnas numéricas aparte de su etiqueta; añada características con que entrenar.</translation>
    </message>
    <message>
        <source>{name} has no probabilities of its own; they are calibrated when it is saved.</source>
        <translation>{name} no tiene probabilidades propias; se calibran al guardarlo.</translation>
    </message>
    <message>
        <source>{name} has one row per class; every class needs several, for training and testing.</source>
        <translation>{name} tiene una fila por clase; cada clase necesita varias, para entrenar y para probar.</translation>
    </message>
    <message>
        <source>{name} has only one class, “{label}”, in the column “{column}”; at least two are needed.</source>
        <translation>{name} tiene una sola clase, «{label}», en la columna «{column}»; se necesitan al menos dos.</translation>
    </message>
    <message>
        <source>{name} has only one class, “{label}”; at least two are needed.</source>
        <translation>{name} tiene una sola clase, «{label}»; se necesitan al menos dos.</translation>
    </message>
    <message>
        <source>{name} has only one column; separate columns by commas, semicolons or tabs.</source>
        <translation>{name} tiene una sola columna; separe las columnas con comas, puntos y coma o tabuladores.</translation>
    </message>
    <message>
        <source>{name} has rows with one entry more than its header; name every column.</source>
        <translation>{name} contiene filas con un valor más que su encabezado; dé nombre a todas las columnas.</translation>
    </message>
    <message>
        <source>{name} has the column “{column}” more than once; rename or remove one of them.</source>
        <translation>{name} tiene más de una columna «{column}»; cambie el nombre de una o quítela.</translation>
    </message>
    <message>
        <source>{name} has times that are none.</source>
        <translation>{name} contiene tiempos no válidos.</translation>
    </message>
    <message>
        <source>{name} has {rows} rows, but there are {wanted} rows of features; add a column “{column}” with the row numbers.</source>
        <translation>{name} tiene {rows} filas, pero hay {wanted} filas de características; añada una columna «{column}» con los números de fila.</translation>
    </message>
    <message>
        <source>{name} has “{theirs}” for row {row}, but its label is “{label}”; choose the table of groups of these rows.</source>
        <translation>{name} tiene «{theirs}» en la fila {row}, pero su etiqueta es «{label}»; elija la tabla de grupos de estas filas.</translation>
    </message>
    <message>
        <source>{name} holds notes (MIDI), not sound; play it with instruments and export that as WAV.</source>
        <translation>{name} contiene notas (MIDI), no sonido; reprodúzcalo con instrumentos y expórtelo como WAV.</translation>
    </message>
    <message>
        <source>{name} holds other audio than the library has: it is analysed again.</source>
        <translation>{name} contiene un audio distinto del de la biblioteca: se analiza de nuevo.</translation>
    </message>
    <message>
        <source>{name} holds text where features should be; they must be numbers.</source>
        <translation>{name} contiene texto donde debería haber características; deben ser números.</translation>
    </message>
    <message>
        <source>{name} holds {count} beats; at least two are needed.</source>
        <translation>{name} contiene {count} pulsos; se necesitan al menos dos.</translation>
    </message>
    <message>
        <source>{name} is a database, not audio; choose the music itself.</source>
        <translation>{name} es una base de datos, no audio; elija la propia música.</translation>
    </message>
    <message>
        <source>{name} is a document, not audio; choose the music itself.</source>
        <translation>{name} es un documento, no audio; elija la propia música.</translation>
    </message>
    <message>
        <source>{name} is a folder, not a table.</source>
        <translation>{name} es una carpeta, no una tabla.</translation>
    </message>
    <message>
        <source>{name} is a folder; open the files in it.</source>
        <translation>{name} es una carpeta; abra los archivos que contiene.</translation>
    </message>
    <message>
        <source>{name} is a link that leads back to itself; open the file that it should lead to.</source>
        <translation>{name} es un enlace que lleva a sí mismo; abra el archivo al que debería llevar.</translation>
    </message>
    <message>
        <source>{name} is a picture, not audio; choose the music itself.</source>
        <translation>{name} es una imagen, no audio; elija la propia música.</translation>
    </message>
    <message>
        <source>{name} is a program, not audio; choose the music itself.</source>
        <translation>{name} es un programa, no audio; elija la propia música.</translation>
    </message>
    <message>
        <source>{name} is a spreadsheet or archive; save it as CSV first.</source>
        <translation>{name} es una hoja de cálculo o un archivo comprimido; guárdelo antes como CSV.</translation>
    </message>
    <message>
        <source>{name} is a text file, not audio; choose the music itself.</source>
        <translation>{name} es un archivo de texto, no audio; elija la propia música.</translation>
    </message>
    <message>
        <source>{name} is a web page, not audio; the download failed. Download the file again.</source>
        <translation>{name} es una página web, no audio; la descarga falló. Descargue el archivo de nuevo.</translation>
    </message>
    <message>
        <source>{name} is an archive, not audio; unpack it and open the files in it.</source>
        <translation>{name} es un archivo comprimido, no audio; descomprímalo y abra los archivos que contiene.</translation>
    </message>
    <message>
        <source>{name} is compressed; unpack it first.</source>
        <translation>{name} está comprimido; descomprímalo primero.</translation>
    </message>
    <message>
        <source>{name} is damaged or not a JAMS file.</source>
        <translation>{name} está dañado o no es un archivo JAMS.</translation>
    </message>
    <message>
        <source>{name} is damaged or not a MIDI file.</source>
        <translation>{name} está dañado o no es un archivo MIDI.</translation>
    </message>
    <message>
        <source>{name} is damaged or not a layer of Sonic Visualiser.</source>
        <translation>{name} está dañado o no es una capa de Sonic Visualiser.</translation>
    </message>
    <message>
        <source>{name} is empty: it has 0 bytes. Copy or download it again.</source>
        <translation>{name} está vacío: tiene 0 bytes. Cópielo o descárguelo de nuevo.</translation>
    </message>
    <message>
        <source>{name} is empty; give a table with a header and rows.</source>
        <translation>{name} está vacío; indique una tabla con encabezado y filas.</translation>
    </message>
    <message>
        <source>{name} is encoded in a way that cannot be decoded here; it may be copy-protected. Convert it to WAV or FLAC.</source>
        <translation>{name} usa una codificación que aquí no se puede descodificar; puede que esté protegido contra copia. Conviértalo a WAV o FLAC.</translation>
    </message>
    <message>
        <source>{name} is encrypted; get a copy without protection.</source>
        <translation>{name} está cifrado; obtenga una copia sin protección.</translation>
    </message>
    <message>
        <source>{name} is no file of beats. Its name must end in .beats, .txt, .mid, .jams or .svl.</source>
        <translation>{name} no es un archivo de pulsos. Su nombre debe terminar en .beats, .txt, .mid, .jams o .svl.</translation>
    </message>
    <message>
        <source>{name} is no file of sections. Its name must end in .jams, .txt or .svl.</source>
        <translation>{name} no es un archivo de secciones. Su nombre debe terminar en .jams, .txt o .svl.</translation>
    </message>
    <message>
        <source>{name} is no name of an audio file. It must end in one of: {kinds}</source>
        <translation>{name} no es un nombre de archivo de audio. Debe terminar en uno de estos: {kinds}</translation>
    </message>
    <message>
        <source>{name} is not a CSV table.</source>
        <translation>{name} no es una tabla CSV.</translation>
    </message>
    <message>
        <source>{name} is not a Groovescope model or is damaged; download or rebuild it.</source>
        <translation>{name} no es un modelo de Groovescope o está dañado; descárguelo o créelo de nuevo.</translation>
    </message>
    <message>
        <source>{name} is not a Groovescope model: it should hold {passport} and {model} and nothing else.</source>
        <translation>{name} no es un modelo de Groovescope: debería contener {passport} y {model} y nada más.</translation>
    </message>
    <message>
        <source>{name} is not a Groovescope model: {member} is compressed.</source>
        <translation>{name} no es un modelo de Groovescope: {member} está comprimido.</translation>
    </message>
    <message>
        <source>{name} is not a Groovescope model: {member} is too large.</source>
        <translation>{name} no es un modelo de Groovescope: {member} es demasiado grande.</translation>
    </message>
    <message>
        <source>{name} is not a file but a device or a pipe; choose a file with music in it.</source>
        <translation>{name} no es un archivo, sino un dispositivo o una tubería; elija un archivo con música.</translation>
    </message>
    <message>
        <source>{name} is not a playable file.</source>
        <translation>{name} no es un archivo reproducible.</translation>
    </message>
    <message>
        <source>{name} is not a readable table: {reason}</source>
        <translation>{name} no es una tabla legible: {reason}</translation>
    </message>
    <message>
        <source>{name} is not a table; give a CSV or Parquet file with a header.</source>
        <translation>{name} no es una tabla; indique un archivo CSV o Parquet con encabezado.</translation>
    </message>
    <message>
        <source>{name} is not audio that can be read; choose another file.</source>
        <translation>{name} no es audio que se pueda leer; elija otro archivo.</translation>
    </message>
    <message>
        <source>{name} is not there any more.</source>
        <translation>{name} ya no está ahí.</translation>
    </message>
    <message>
        <source>{name} is of a piece of {theirs} s, but this one has {duration} s. It belongs to another recording.</source>
        <translation>{name} es de una pieza de {theirs} s, pero esta dura {duration} s. Pertenece a otra grabación.</translation>
    </message>
    <message>
        <source>{name} is on another computer; its tags cannot be written.</source>
        <translation>{name} está en otro equipo; no se pueden escribir sus metadatos.</translation>
    </message>
    <message>
        <source>{name} is read-only.</source>
        <translation>{name} es de solo lectura.</translation>
    </message>
    <message>
        <source>{name} is text in an unknown encoding; save it as UTF-8.</source>
        <translation>{name} es texto con una codificación desconocida; guárdelo como UTF-8.</translation>
    </message>
    <message>
        <source>{name} is too large for a file of annotations.</source>
        <translation>{name} es demasiado grande para un archivo de anotaciones.</translation>
    </message>
    <message>
        <source>{name} is too long for the free memory; cut it into shorter pieces.</source>
        <translation>{name} es demasiado largo para la memoria libre; córtelo en partes más cortas.</translation>
    </message>
    <message>
        <source>{name} is {size:.0f} MB; a model file has at most {most} MB.</source>
        <translation>{name} ocupa {size:.0f} MB; un archivo de modelo tiene como máximo {most} MB.</translation>
    </message>
    <message>
        <source>{name} lacks its index: the recording or download is incomplete. Copy or download it again.</source>
        <translation>A {name} le falta el índice: la grabación o la descarga está incompleta. Cópielo o descárguelo de nuevo.</translation>
    </message>
    <message>
        <source>{name} lacks the column “{column}”; is it the right table?</source>
        <translation>A {name} le falta la columna «{column}»; ¿es la tabla correcta?</translation>
    </message>
    <message>
        <source>{name} lasts more than {hours} hours; cut it into shorter pieces.</source>
        <translation>{name} dura más de {hours} horas; córtelo en partes más cortas.</translation>
    </message>
    <message>
        <source>{name} may not be read: permission denied. Change its permissions or ask its owner for a copy.</source>
        <translation>{name} no se puede leer: permiso denegado. Cambie sus permisos o pida una copia a su propietario.</translation>
    </message>
    <message>
        <source>{name} no longer exists.</source>
        <translation>{name} ya no existe.</translation>
    </message>
    <message>
        <source>{name} no longer exists. Open it from its new location.</source>
        <translation>{name} ya no existe. Ábralo desde su nueva ubicación.</translation>
    </message>
    <message>
        <source>{name} of the spectrogram in dB</source>
        <translation>{name} del espectrograma en dB</translation>
    </message>
    <message>
        <source>{name} predicted as {label}: {count:,} of {whole:,}</source>
        <translation>{name}: predicción {label} en {count:,} de {whole:,}</translation>
    </message>
    <message>
        <source>{name} predicted correctly: {count:,} of {whole:,}</source>
        <translation>{name}: predicción correcta en {count:,} de {whole:,}</translation>
    </message>
    <message>
        <source>{name} reads “{column}”, which this program does not measure, so it cannot classify clips. Train on a table written by “groovescope analyze” or on a folder of music.</source>
        <translation>{name} lee «{column}», que este programa no mide, así que no puede clasificar clips. Entrénelo con una tabla escrita por «groovescope analyze» o con una carpeta de música.</translation>
    </message>
    <message>
        <source>{name} removed.{more}</source>
        <translation>{name} quitado.{more}</translation>
    </message>
    <message>
        <source>{name} saved: {both_scores}. Checked: {agreement}.</source>
        <translation>{name} guardado: {both_scores}. Comprobado: {agreement}.</translation>
    </message>
    <message>
        <source>{name} scales and chooses columns itself: left as it is</source>
        <translation>{name} escala y elige columnas por sí mismo: se deja como está</translation>
    </message>
    <message>
        <source>{name} states a sampling rate of {sr} Hz: its header is damaged. Try another copy.</source>
        <translation>{name} declara una frecuencia de muestreo de {sr} Hz: su encabezado está dañado. Pruebe otra copia.</translation>
    </message>
    <message>
        <source>{name} was changed meanwhile by another program; nothing was written.</source>
        <translation>Entretanto, otro programa modificó {name}; no se escribió nada.</translation>
    </message>
    <message>
        <source>{name} was changed since its tags were written, and these cannot be restored.</source>
        <translation>{name} se modificó después de escribir sus metadatos, que ya no se pueden restaurar.</translation>
    </message>
    <message>
        <source>{name} was not saved: it could not be fitted on every fold: {reason}</source>
        <translation>{name} no se guardó: no se pudo ajustar en todas las particiones: {reason}</translation>
    </message>
    <message>
        <source>{name} {value} (not {usual})</source>
        <translation>{name} {value} (no {usual})</translation>
    </message>
    <message>
        <source>{name} – cannot be saved: {reason}</source>
        <translation>{name} – no se puede guardar: {reason}</translation>
    </message>
    <message>
        <source>{name}, beat {number}: no time, or no position in the bar.</source>
        <translation>{name}, pulso {number}: falta el tiempo o la posición en el compás.</translation>
    </message>
    <message>
        <source>{name}, beat {number}: the time is not after the one before.</source>
        <translation>{name}, pulso {number}: el tiempo no es posterior al del anterior.</translation>
    </message>
    <message>
        <source>{name}, changed</source>
        <translation>{name}, cambiado</translation>
    </message>
    <message>
        <source>{name}, line {line}: no beat. A line is a time in seconds and a position in the bar.</source>
        <translation>{name}, línea {line}: no hay pulso. Una línea consta de un tiempo en segundos y una posición en el compás.</translation>
    </message>
    <message>
        <source>{name}, line {line}: no label. A line is start, end and label, with tabs between.</source>
        <translation>{name}, línea {line}: no hay etiqueta. Una línea consta de inicio, fin y etiqueta, separados por tabuladores.</translation>
    </message>
    <message>
        <source>{name}, line {line}: the time is not after the one before.</source>
        <translation>{name}, línea {line}: el tiempo no es posterior al de la anterior.</translation>
    </message>
    <message>
        <source>{name}, line {number}: expected seconds and a position in the bar, not “{line}”.</source>
        <translation>{name}, línea {number}: se esperaban segundos y una posición en el compás, no «{line}».</translation>
    </message>
    <message>
        <source>{name}, {changed} changed</source>
        <translation>{name}, {changed} cambiados</translation>
    </message>
    <message>
        <source>{name}, {n_rows:,} rows</source>
        <translation>{name}, {n_rows:,} filas</translation>
    </message>
    <message>
        <source>{name}, {protocol} fold {number}</source>
        <translation>{name}, partición {number} ({protocol})</translation>
    </message>
    <message>
        <source>{name}, {size:.0f} % of {protocol} fold {number}</source>
        <translation>{name}, {size:.0f} % de la partición {number} ({protocol})</translation>
    </message>
    <message>
        <source>{name}: Return saves, Esc cancels; empty restores the file&apos;s own value</source>
        <translation>{name}: Intro guarda, Esc cancela; vacío restaura el valor del propio archivo</translation>
    </message>
    <message>
        <source>{name}: accuracy {high:.0f} % with random folds, {low:.0f} % with {what}-grouped folds.</source>
        <translation>{name}: exactitud del {high:.0f} % con particiones aleatorias y del {low:.0f} % con particiones agrupadas por «{what}».</translation>
    </message>
    <message>
        <source>{name}: accuracy {mean:.0f} %; always predicting the largest class: {chance:.0f} %. {compared}</source>
        <translation>{name}: exactitud del {mean:.0f} %; prediciendo siempre la clase mayor: {chance:.0f} %. {compared}</translation>
    </message>
    <message>
        <source>{name}: calibration error {error:.1f} points on average.</source>
        <translation>{name}: error de calibración de {error:.1f} puntos de media.</translation>
    </message>
    <message>
        <source>{name}: feature set differs ({recipe}); {measured} expected. Train it again on features that this program measured.</source>
        <translation>{name}: el conjunto de características es distinto ({recipe}); se esperaba {measured}. Entrénelo de nuevo con características medidas por este programa.</translation>
    </message>
    <message>
        <source>{name}: feature set differs ({recipe}); {measured} expected. Train it again.</source>
        <translation>{name}: el conjunto de características es distinto ({recipe}); se esperaba {measured}. Entrénelo de nuevo.</translation>
    </message>
    <message>
        <source>{name}: fewer than two beats behind the first 5 s, which do not count.</source>
        <translation>{name}: hay menos de dos pulsos después de los primeros 5 s, que no cuentan.</translation>
    </message>
    <message>
        <source>{name}: its folder is read-only.</source>
        <translation>{name}: su carpeta es de solo lectura.</translation>
    </message>
    <message>
        <source>{name}: its tag is of the old version ID3v2.2, which cannot be written.</source>
        <translation>{name}: sus metadatos son de la versión antigua ID3v2.2, que no se puede escribir.</translation>
    </message>
    <message>
        <source>{name}: its tags are damaged.</source>
        <translation>{name}: sus metadatos están dañados.</translation>
    </message>
    <message>
        <source>{name}: its tags are not valid Unicode and would be damaged.</source>
        <translation>{name}: sus metadatos no son Unicode válido y se dañarían.</translation>
    </message>
    <message>
        <source>{name}: made for other features ({input}); this program measures {measured}. Update the file.</source>
        <translation>{name}: creado para otras características ({input}); este programa mide {measured}. Actualice el archivo.</translation>
    </message>
    <message>
        <source>{name}: no audio was found in it.</source>
        <translation>{name}: no se encontró audio.</translation>
    </message>
    <message>
        <source>{name}: sections overlap at {time} s.</source>
        <translation>{name}: las secciones se solapan en {time} s.</translation>
    </message>
    <message>
        <source>{name}: tags cannot be written into files of this kind.</source>
        <translation>{name}: no se pueden escribir metadatos en archivos de este tipo.</translation>
    </message>
    <message>
        <source>{name}: the beats reach {last} s, the audio ends at {duration} s. They belong to another recording.</source>
        <translation>{name}: los pulsos llegan hasta {last} s y el audio termina en {duration} s. Pertenecen a otra grabación.</translation>
    </message>
    <message>
        <source>{name}: the tags did not come out as they should; nothing was written.</source>
        <translation>{name}: los metadatos no quedaron como debían; no se escribió nada.</translation>
    </message>
    <message>
        <source>{name}: the times do not rise at {time} s.</source>
        <translation>{name}: los tiempos no son crecientes en {time} s.</translation>
    </message>
    <message>
        <source>{name}: writing the tags would change the audio; nothing was written.</source>
        <translation>{name}: escribir los metadatos modificaría el audio; no se escribió nada.</translation>
    </message>
    <message>
        <source>{name}: {probability:.0f} % (on average {typical:.0f} %).</source>
        <translation>{name}: {probability:.0f} % (de media {typical:.0f} %).</translation>
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
        <translation>{name}: «{value}» no se puede usar; debe ser {rule}.</translation>
    </message>
    <message>
        <source>{number:,} files</source>
        <translation>{number:,} archivos</translation>
    </message>
    <message>
        <source>{number:,} tracks</source>
        <translation>{number:,} pistas</translation>
    </message>
    <message>
        <source>{n} channels</source>
        <translation>{n} canales</translation>
    </message>
    <message>
        <source>{n} estimators</source>
        <translation>{n} estimadores</translation>
    </message>
    <message>
        <source>{n} folders</source>
        <translation>{n} carpetas</translation>
    </message>
    <message>
        <source>{n} more</source>
        <translation>{n} más</translation>
    </message>
    <message>
        <source>{n} more cannot be shown.</source>
        <translation>Otras {n} no se pueden mostrar.</translation>
    </message>
    <message>
        <source>{n} of the study</source>
        <translation>{n} del estudio</translation>
    </message>
    <message>
        <source>{n} remedies</source>
        <translation>{n} remedios</translation>
    </message>
    <message>
        <source>{n} warnings</source>
        <translation>{n} advertencias</translation>
    </message>
    <message>
        <source>{n}, with rhythm and timbre</source>
        <translation>{n}, con ritmo y timbre</translation>
    </message>
    <message>
        <source>{only_first} rows that {first} alone predicts correctly and {only_second} that {second} does</source>
        <translation>{only_first} filas que solo {first} predice bien y {only_second} que solo {second}</translation>
    </message>
    <message>
        <source>{own} models</source>
        <translation>{own} modelos</translation>
    </message>
    <message>
        <source>{part} of each class</source>
        <translation>{part} de cada clase</translation>
    </message>
    <message>
        <source>{part} of {compared}</source>
        <translation>{part} de {compared}</translation>
    </message>
    <message>
        <source>{path} already holds a run; choose another folder, so that nothing is overwritten.</source>
        <translation>{path} ya contiene una ejecución; elija otra carpeta para no sobrescribir nada.</translation>
    </message>
    <message>
        <source>{path} cannot be read ({reason}).</source>
        <translation>{path} no se puede leer ({reason}).</translation>
    </message>
    <message>
        <source>{path} cannot be read as a table with a column file or clip: {reason}.</source>
        <translation>{path} no se puede leer como tabla con una columna file o clip: {reason}.</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}.</source>
        <translation>{path} no se puede leer: {reason}.</translation>
    </message>
    <message>
        <source>{path} cannot be used ({reason}); free some space or start in another folder.</source>
        <translation>{path} no se puede usar ({reason}); libere espacio o empiece en otra carpeta.</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}; check the folder&apos;s permissions.</source>
        <translation>{path} no se puede escribir: {reason}; compruebe los permisos de la carpeta.</translation>
    </message>
    <message>
        <source>{path} contains no grid; write an object of lists such as {example}.</source>
        <translation>{path} no contiene ninguna rejilla; escriba un objeto de listas como {example}.</translation>
    </message>
    <message>
        <source>{path} holds a run of other settings ({names}); repeat its command, or choose another folder.</source>
        <translation>{path} contiene una ejecución con otra configuración ({names}); repita su comando o elija otra carpeta.</translation>
    </message>
    <message>
        <source>{path} is a file; give a folder for the run.</source>
        <translation>{path} es un archivo; indique una carpeta para la ejecución.</translation>
    </message>
    <message>
        <source>{path} is a folder, not a model file.</source>
        <translation>{path} es una carpeta, no un archivo de modelo.</translation>
    </message>
    <message>
        <source>{path} is not JSON ({reason}); write an object such as {example}.</source>
        <translation>{path} no es JSON ({reason}); escriba un objeto como {example}.</translation>
    </message>
    <message>
        <source>{path} is not a Groovescope library, or is damaged; move it away or choose another.</source>
        <translation>{path} no es una biblioteca de Groovescope o está dañada; muévala o elija otra.</translation>
    </message>
    <message>
        <source>{path} is not a Groovescope library; choose another file.</source>
        <translation>{path} no es una biblioteca de Groovescope; elija otro archivo.</translation>
    </message>
    <message>
        <source>{path} is not empty; choose another folder, so that nothing is overwritten.</source>
        <translation>{path} no está vacía; elija otra carpeta para no sobrescribir nada.</translation>
    </message>
    <message>
        <source>{path} makes {count:,} combinations; {most:,} can be searched.</source>
        <translation>{path} da {count:,} combinaciones; se pueden buscar {most:,}.</translation>
    </message>
    <message>
        <source>{path} was written by a newer Groovescope (version {version} of its tables, this one knows {known}); update the program, or choose another library.</source>
        <translation>{path} se escribió con un Groovescope más reciente (versión {version} de sus tablas; este conoce la {known}); actualice el programa o elija otra biblioteca.</translation>
    </message>
    <message>
        <source>{path} was written by an older Groovescope; open it once where it can be written.</source>
        <translation>{path} se escribió con un Groovescope anterior; ábrala una vez donde se pueda escribir.</translation>
    </message>
    <message>
        <source>{path}: a value of “{name}” is an object; write numbers, texts or lists of numbers.</source>
        <translation>{path}: un valor de «{name}» es un objeto; escriba números, textos o listas de números.</translation>
    </message>
    <message>
        <source>{path}: there is no parameter “{name}”; choose among {known}.</source>
        <translation>{path}: no hay ningún parámetro «{name}»; elija entre {known}.</translation>
    </message>
    <message>
        <source>{path}: “{name}” cannot be “{value}”; it must be {rule}.</source>
        <translation>{path}: «{name}» no puede ser «{value}»; debe ser {rule}.</translation>
    </message>
    <message>
        <source>{path}: “{name}” is set by the search; leave it out.</source>
        <translation>{path}: la búsqueda fija «{name}»; omítalo.</translation>
    </message>
    <message>
        <source>{percussive} percussive</source>
        <translation>{percussive} percusivo</translation>
    </message>
    <message>
        <source>{percussive} percussive  {harmonic} harmonic</source>
        <translation>{percussive} percusivo  {harmonic} armónico</translation>
    </message>
    <message>
        <source>{platform}, scaled by {scale:g}</source>
        <translation>{platform}, escala {scale:g}</translation>
    </message>
    <message>
        <source>{platform}, {n_cores} cores</source>
        <translation>{platform}, {n_cores} núcleos</translation>
    </message>
    <message>
        <source>{problem} What is shown is from the library.</source>
        <translation>{problem} Lo que se muestra procede de la biblioteca.</translation>
    </message>
    <message>
        <source>{processes} fits at a time need about {needed:.1f} GB of memory each, and {free:.1f} GB are free; use {fewer} at a time, or leave columns or rows out.</source>
        <translation>{processes} ajustes a la vez necesitan unos {needed:.1f} GB de memoria cada uno y hay {free:.1f} GB libres; use {fewer} a la vez u excluya columnas o filas.</translation>
    </message>
    <message>
        <source>{protocol} folds</source>
        <translation>{protocol}</translation>
    </message>
    <message>
        <source>{protocol}, low to high</source>
        <translation>{protocol}, rango</translation>
    </message>
    <message>
        <source>{range} dB</source>
        <translation>{range} dB</translation>
    </message>
    <message>
        <source>{rate:.0f} files/min</source>
        <translation>{rate:.0f} archivos/min</translation>
    </message>
    <message>
        <source>{rate:.1f} files/s</source>
        <translation>{rate:.1f} archivos/s</translation>
    </message>
    <message>
        <source>{reason}</source>
        <translation>{reason}</translation>
    </message>
    <message>
        <source>{reason} The shipped model is used instead; choose a model in the training tab, step Models.</source>
        <translation>{reason} Se usa en su lugar el modelo incluido; elija un modelo en la pestaña Entrenamiento, paso Modelos.</translation>
    </message>
    <message>
        <source>{rows} rows have no label and were left out.</source>
        <translation>{rows} filas no tienen etiqueta y se excluyeron.</translation>
    </message>
    <message>
        <source>{rows} rows have no {name}: each counts as a group of its own.</source>
        <translation>{rows} filas no tienen {name}: cada una cuenta como un grupo propio.</translation>
    </message>
    <message>
        <source>{row} ({label}, sounds like {other})</source>
        <translation>{row} ({label}, suena a {other})</translation>
    </message>
    <message>
        <source>{row} in {column}</source>
        <translation>{row} en {column}</translation>
    </message>
    <message>
        <source>{said} {failed} of them failed; see trials.csv in the run folder.</source>
        <translation>{said} Fallaron {failed}; consulte trials.csv en la carpeta de la ejecución.</translation>
    </message>
    <message>
        <source>{seconds:,.1f} s</source>
        <translation>{seconds:,.1f} s</translation>
    </message>
    <message>
        <source>{seconds:,} days</source>
        <translation>{seconds:,} días</translation>
    </message>
    <message>
        <source>{seconds:.0f} ms</source>
        <translation>{seconds:.0f} ms</translation>
    </message>
    <message>
        <source>{seconds:.0f} s left</source>
        <translation>quedan {seconds:.0f} s</translation>
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
        <translation>{second} según {first}</translation>
    </message>
    <message>
        <source>{share:.0f} % of the variance: {pulls}</source>
        <translation>{share:.0f} % de la varianza: {pulls}</translation>
    </message>
    <message>
        <source>{share:.0f} % of {label}</source>
        <translation>{share:.0f} % de {label}</translation>
    </message>
    <message>
        <source>{share} harmonic</source>
        <translation>{share} armónico</translation>
    </message>
    <message>
        <source>{share} predicted as {label}</source>
        <translation>{share}: predicción {label}</translation>
    </message>
    <message>
        <source>{share} predicted correctly</source>
        <translation>{share}: predicción correcta</translation>
    </message>
    <message>
        <source>{sheets} saved in {path}.{left_out}</source>
        <translation>Guardado en {path}: {sheets}.{left_out}</translation>
    </message>
    <message>
        <source>{shown} and {n} more</source>
        <translation>{shown} y {n} más</translation>
    </message>
    <message>
        <source>{shown} of {total} columns</source>
        <translation>{shown} de {total} columnas</translation>
    </message>
    <message>
        <source>{shown} of {total} features</source>
        <translation>{shown} de {total} características</translation>
    </message>
    <message>
        <source>{signs}. From {start:.0f} to {end:.0f} s.</source>
        <translation>{signs}. De {start:.0f} a {end:.0f} s.</translation>
    </message>
    <message>
        <source>{silent} of {windows} windows are silent and have no genre.</source>
        <translation>{silent} de {windows} ventanas están en silencio y no tienen género.</translation>
    </message>
    <message>
        <source>{skipped:,} already known</source>
        <translation>{skipped:,} ya conocidos</translation>
    </message>
    <message>
        <source>{some} one-hot</source>
        <translation>{some} one-hot</translation>
    </message>
    <message>
        <source>{song}: for and against {classes} ({name})</source>
        <translation>{song}: a favor y en contra de {classes} ({name})</translation>
    </message>
    <message>
        <source>{song}: true class {true}. {in_words}{with_it}</source>
        <translation>{song}: clase real {true}. {in_words}{with_it}</translation>
    </message>
    <message>
        <source>{subject} is {amount:.1f} LU louder than {other}.</source>
        <translation>{subject} suena {amount:.1f} LU más fuerte que {other}.</translation>
    </message>
    <message>
        <source>{subject} is {amount:.1f} LU quieter than {other}.</source>
        <translation>{subject} suena {amount:.1f} LU más suave que {other}.</translation>
    </message>
    <message>
        <source>{summary} · less the song</source>
        <translation>{summary} · menos la canción</translation>
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
        <translation>{tempo} BPM de media</translation>
    </message>
    <message>
        <source>{tempo} BPM · beats edited</source>
        <translation>{tempo} BPM · pulsos editados</translation>
    </message>
    <message>
        <source>{tempo}, ½ beat off</source>
        <translation>{tempo}, desfasado ½ pulso</translation>
    </message>
    <message>
        <source>{text}
Guessed from the name of the file</source>
        <translation>{text}
Deducido del nombre del archivo</translation>
    </message>
    <message>
        <source>{text} {done} of {n}</source>
        <translation>{text} {done} de {n}</translation>
    </message>
    <message>
        <source>{text} · {n_selected:,} selected</source>
        <translation>{text} · {n_selected:,} seleccionadas</translation>
    </message>
    <message>
        <source>{times:.1f} times the work of the search alone</source>
        <translation>{times:.1f} veces el trabajo de la búsqueda sola</translation>
    </message>
    <message>
        <source>{time} s is outside the piece.</source>
        <translation>{time} s está fuera de la pieza.</translation>
    </message>
    <message>
        <source>{title} (Ctrl+{place})</source>
        <translation>{title} (Ctrl+{place})</translation>
    </message>
    <message>
        <source>{title} is no longer in the list. Its folder stays.</source>
        <translation>{title} ya no está en la lista. Su carpeta se conserva.</translation>
    </message>
    <message>
        <source>{title} is now the default model.</source>
        <translation>{title} es ahora el modelo predeterminado.</translation>
    </message>
    <message>
        <source>{title} of {estimator}</source>
        <translation>{title} de {estimator}</translation>
    </message>
    <message>
        <source>{title} of {name}</source>
        <translation>{title} de {name}</translation>
    </message>
    <message>
        <source>{title} to folder</source>
        <translation>{title} en una carpeta</translation>
    </message>
    <message>
        <source>{title} was deleted.</source>
        <translation>Se eliminó {title}.</translation>
    </message>
    <message>
        <source>{title} was not brought back: {reason}</source>
        <translation>No se recuperó {title}: {reason}</translation>
    </message>
    <message>
        <source>{title} was not deleted: {reason}</source>
        <translation>No se eliminó {title}: {reason}</translation>
    </message>
    <message>
        <source>{title}: no rows would be left for {part}.</source>
        <translation>{title}: no quedarían filas para {part}.</translation>
    </message>
    <message>
        <source>{title}: not possible with these rows ({reason})</source>
        <translation>{title}: no es posible con estas filas ({reason})</translation>
    </message>
    <message>
        <source>{title}: “{label}” would have no rows to train on.</source>
        <translation>{title}: «{label}» no tendría filas con que entrenar.</translation>
    </message>
    <message>
        <source>{title}{unit}
{definition}
Filter: {name}:</source>
        <translation>{title}{unit}
{definition}
Filtro: {name}:</translation>
    </message>
    <message>
        <source>{to:+.0f} ms</source>
        <translation>{to:+.0f} ms</translation>
    </message>
    <message>
        <source>{total} columns</source>
        <translation>{total} columnas</translation>
    </message>
    <message>
        <source>{total} features</source>
        <translation>{total} características</translation>
    </message>
    <message>
        <source>{tracks:,} labelled tracks were analysed before the extended features were measured and were left out: analyse them again in the library.</source>
        <translation>{tracks:,} pistas etiquetadas se analizaron antes de medirse las características ampliadas y se excluyeron: vuelva a analizarlas en la biblioteca.</translation>
    </message>
    <message>
        <source>{tracks} labelled tracks are not analysed and were left out.</source>
        <translation>{tracks} pistas etiquetadas no están analizadas y se excluyeron.</translation>
    </message>
    <message>
        <source>{tracks} tracks have more than one of these labels and were left out.</source>
        <translation>{tracks} pistas tienen más de una de estas etiquetas y se excluyeron.</translation>
    </message>
    <message>
        <source>{trouble} Press to try again.</source>
        <translation>{trouble} Pulse para reintentar.</translation>
    </message>
    <message>
        <source>{values:+.3f} for {classes}</source>
        <translation>{values:+.3f} para {classes}</translation>
    </message>
    <message>
        <source>{values} or {last}</source>
        <translation>{values} o {last}</translation>
    </message>
    <message>
        <source>{value} in every row; nothing to draw.</source>
        <translation>{value} en todas las filas; nada que dibujar.</translation>
    </message>
    <message>
        <source>{value} min</source>
        <translation>{value} min</translation>
    </message>
    <message>
        <source>{value}, {place} {genre} ({low} to {high})</source>
        <translation>{value}, {place} {genre} ({low} a {high})</translation>
    </message>
    <message>
        <source>{verb} file {number:,} of {n_files:,}</source>
        <translation>{verb} archivo {number:,} de {n_files:,}</translation>
    </message>
    <message>
        <source>{what} could not be written</source>
        <translation>Error al escribir {what}</translation>
    </message>
    <message>
        <source>{what} in several spellings</source>
        <translation>{what} con varias grafías</translation>
    </message>
    <message>
        <source>{what} in {columns}</source>
        <translation>{what} en {columns}</translation>
    </message>
    <message>
        <source>{what} more reveal the source</source>
        <translation>{what} más delatan el origen</translation>
    </message>
    <message>
        <source>{what} named like a missing entry</source>
        <translation>{what} con nombre de valor ausente</translation>
    </message>
    <message>
        <source>{what} removed from the library; the files stay on disk.</source>
        <translation>Quitado de la biblioteca: {what}; los archivos siguen en el disco.</translation>
    </message>
    <message>
        <source>{what} that this program does not measure</source>
        <translation>{what} que este programa no mide</translation>
    </message>
    <message>
        <source>{what} under more than one class</source>
        <translation>{what} en más de una clase</translation>
    </message>
    <message>
        <source>{what} with a doubtful label</source>
        <translation>{what} con una etiqueta dudosa</translation>
    </message>
    <message>
        <source>{what} with missing values</source>
        <translation>{what} con valores ausentes</translation>
    </message>
    <message>
        <source>{what} with outliers</source>
        <translation>{what} con valores atípicos</translation>
    </message>
    <message>
        <source>{which}: {name}, accuracy {number} {meaning}. {words}</source>
        <translation>{which}: {name}, exactitud {number} {meaning}. {words}</translation>
    </message>
    <message>
        <source>{why} Accuracy alone {alone:.2f}, by chance {chance:.2f}.{effect}</source>
        <translation>{why} Exactitud por sí sola {alone:.2f}; por azar, {chance:.2f}.{effect}</translation>
    </message>
    <message>
        <source>{why}, so this accuracy is too high.</source>
        <translation>{why}, así que esta exactitud es demasiado alta.</translation>
    </message>
    <message>
        <source>{why}, so this accuracy may be too high.</source>
        <translation>{why}, así que esta exactitud puede ser demasiado alta.</translation>
    </message>
    <message>
        <source>{windows} windows need {windows} x {features} features, not {shape}.</source>
        <translation>{windows} ventanas necesitan {windows} x {features} características, no {shape}.</translation>
    </message>
    <message>
        <source>{words} Not significant (p = {chance:.2f}).</source>
        <translation>{words} No significativo (p = {chance:.2f}).</translation>
    </message>
    <message>
        <source>{words} Significant (p = {chance:.2g}).</source>
        <translation>{words} Significativo (p = {chance:.2g}).</translation>
    </message>
    <message>
        <source>{words} Where a model was fitted on these rows, rely on its held-out score instead.</source>
        <translation>{words} Si un modelo se ajustó con estas filas, confíe en su puntuación en filas reservadas.</translation>
    </message>
    <message>
        <source>{words} … ({n} sections)</source>
        <translation>{words} … ({n} secciones)</translation>
    </message>
    <message>
        <source>{words}, as a whole</source>
        <translation>{words}, en conjunto</translation>
    </message>
    <message>
        <source>{words}, from frame to frame</source>
        <translation>{words}, de un tramo a otro</translation>
    </message>
    <message>
        <source>{words}, stopped before the end</source>
        <translation>{words}, detenida antes del final</translation>
    </message>
    <message>
        <source>± deviation</source>
        <translation>± desviación</translation>
    </message>
    <message>
        <source>± standard deviation over {folds}, {lowest:.2f} to {highest:.2f}</source>
        <translation>± desviación estándar entre {folds}, de {lowest:.2f} a {highest:.2f}</translation>
    </message>
    <message>
        <source>½ beat</source>
        <translation>½ pulso</translation>
    </message>
    <message>
        <source>½ beat off</source>
        <translation>+½ pulso</translation>
    </message>
    <message>
        <source>×2 (&amp;double)</source>
        <translation>×2 (&amp;doble)</translation>
    </message>
    <message>
        <source>×3⁄2 (three &amp;halves)</source>
        <translation>×3⁄2 (tres m&amp;edios)</translation>
    </message>
    <message>
        <source>×½ (&amp;half)</source>
        <translation>×½ (&amp;mitad)</translation>
    </message>
    <message>
        <source>×⅔ (&amp;two thirds)</source>
        <translation>×⅔ (dos &amp;tercios)</translation>
    </message>
    <message>
        <source>– none –</source>
        <translation>– ninguno –</translation>
    </message>
    <message>
        <source>“-” excludes</source>
        <translation>«-» excluye</translation>
    </message>
    <message>
        <source>“Make default” classifies clips and the library with it.</source>
        <translation>Con «Predeterminar», este modelo clasifica los clips y la biblioteca.</translation>
    </message>
    <message>
        <source>“beats” where these were edited in the clip tab</source>
        <translation>«beats» si los pulsos se editaron en la pestaña Clip</translation>
    </message>
    <message>
        <source>“is:{state}” is unknown; use {states}, labelled, unlabelled, edited, duplicate, near-duplicate or outside.</source>
        <translation>«is:{state}» es desconocido; use {states}, labelled, unlabelled, edited, duplicate, near-duplicate o outside.</translation>
    </message>
    <message>
        <source>“{column}” is infinite in {rows} rows (first row {first}): taken as missing.</source>
        <translation>«{column}» tiene valores infinitos en {rows} filas (la primera, {first}): se toman como ausentes.</translation>
    </message>
    <message>
        <source>“{column}” is the column of the {role} and cannot be taken as one-hot columns as well.</source>
        <translation>«{column}» es la columna de {role} y no se puede convertir además en columnas one-hot.</translation>
    </message>
    <message>
        <source>“{column}” is too large to compute with in {rows:,} rows (first {number:g} in row {first}): taken as missing.</source>
        <translation>«{column}» tiene valores demasiado grandes para calcular en {rows:,} filas (el primero, {number:g}, en la fila {first}): se toman como ausentes.</translation>
    </message>
    <message>
        <source>“{column}” is written with grouped thousands: “{text}” is read as {number:.12g}.</source>
        <translation>«{column}» está escrita con separadores de millares: «{text}» se lee como {number:.12g}.</translation>
    </message>
    <message>
        <source>“{column}” is {number:g} in row {first}, too large to compute with: taken as missing.</source>
        <translation>«{column}» vale {number:g} en la fila {first}, demasiado grande para calcular: se toma como ausente.</translation>
    </message>
    <message>
        <source>“{entry}” cannot be read: {reason}.</source>
        <translation>«{entry}» no se puede leer: {reason}.</translation>
    </message>
    <message>
        <source>“{entry}” is no setting; write for example mlp.alpha=0.1.</source>
        <translation>«{entry}» no es un parámetro válido; escriba por ejemplo mlp.alpha=0.1.</translation>
    </message>
    <message>
        <source>“{entry}”: {key} is not among the estimators that are trained: {trained}.</source>
        <translation>«{entry}»: {key} no está entre los estimadores que se entrenan: {trained}.</translation>
    </message>
    <message>
        <source>“{label}” has 1 {what}, too few for {folds} {protocol} folds; leave the class out, or add to it.</source>
        <translation>«{label}» solo tiene 1 {what}, insuficiente para {folds} particiones ({protocol}); excluya la clase o amplíela.</translation>
    </message>
    <message>
        <source>“{label}” has fewer than {folds} artists, too few for {folds} artist-grouped folds.</source>
        <translation>«{label}» tiene menos de {folds} artistas, insuficientes para {folds} particiones agrupadas por artista.</translation>
    </message>
    <message>
        <source>“{label}” has {count} {what}s, too few for {folds} {protocol} folds; leave the class out, or add to it.</source>
        <translation>«{label}» solo tiene {count} {what}s, insuficientes para {folds} particiones ({protocol}); excluya la clase o amplíela.</translation>
    </message>
    <message>
        <source>“{label}” has {count} {what}s, too few for {folds} {protocol} folds; use {count} folds, or leave the class out.</source>
        <translation>«{label}» solo tiene {count} {what}s, insuficientes para {folds} particiones ({protocol}); use {count} particiones u excluya la clase.</translation>
    </message>
    <message>
        <source>“{name}” cannot be read: {reason}</source>
        <translation>«{name}» no se puede leer: {reason}</translation>
    </message>
    <message>
        <source>“{name}” holds no finished fit.</source>
        <translation>«{name}» no contiene ningún ajuste terminado.</translation>
    </message>
    <message>
        <source>“{name}” holds no record of an experiment.</source>
        <translation>«{name}» no contiene ningún registro de un experimento.</translation>
    </message>
    <message>
        <source>“{name}” is being trained in another window or program.</source>
        <translation>«{name}» se está entrenando en otra ventana o en otro programa.</translation>
    </message>
    <message>
        <source>“{name}” is damaged: its {file} cannot be read.</source>
        <translation>«{name}» está dañado: no se puede leer su {file}.</translation>
    </message>
    <message>
        <source>“{name}” is not there; playing through the system&apos;s default device.</source>
        <translation>«{name}» no está disponible; se reproduce por el dispositivo predeterminado del sistema.</translation>
    </message>
    <message>
        <source>“{name}” reveals the source</source>
        <translation>«{name}» delata el origen</translation>
    </message>
    <message>
        <source>“{name}” was begun with {before}, and its fits would not go with those of {now}: train again.</source>
        <translation>«{name}» se empezó con {before} y sus ajustes no serían compatibles con los de {now}: entrene de nuevo.</translation>
    </message>
    <message>
        <source>“{name}” was made by a newer version.</source>
        <translation>«{name}» se creó con una versión más reciente.</translation>
    </message>
    <message>
        <source>“{name}” was made on other data, or on the same with other changes.</source>
        <translation>«{name}» se hizo con otros datos, o con los mismos y otros cambios.</translation>
    </message>
    <message>
        <source>“{remedy}” would leave fewer than two classes; keep some of these rows.</source>
        <translation>«{remedy}» dejaría menos de dos clases; conserve algunas de estas filas.</translation>
    </message>
    <message>
        <source>“{remedy}” would leave no feature column; keep at least one.</source>
        <translation>«{remedy}» no dejaría ninguna columna de características; conserve al menos una.</translation>
    </message>
    <message>
        <source>“{task}” is running. Cancel it first.</source>
        <translation>«{task}» está en curso. Cancélelo primero.</translation>
    </message>
    <message>
        <source>“{text}” is no split; write hundredths for train, valid and test, as 80/10/10 or 80/0/20.</source>
        <translation>«{text}» no es una división; escriba los porcentajes de train, valid y test, como 80/10/10 u 80/0/20.</translation>
    </message>
    <message>
        <source>“{text}” is not a tempo. Enter {slowest:.0f} to {fastest:.0f} BPM, such as 121.5.</source>
        <translation>«{text}» no es un tempo. Introduzca de {slowest:.0f} a {fastest:.0f} BPM, por ejemplo 121,5.</translation>
    </message>
    <message>
        <source>“{text}” selects no columns; write none, variance:0.01 (the least variance), mutual:20 or recursive:20 (how many columns to keep).</source>
        <translation>«{text}» no selecciona columnas; escriba none, variance:0.01 (la varianza mínima), mutual:20 o recursive:20 (cuántas columnas conservar).</translation>
    </message>
    <message>
        <source>“{value}” is a length; {column} is a plain number.</source>
        <translation>«{value}» es una duración; {column} es un número simple.</translation>
    </message>
    <message>
        <source>“{value}” is not a key; write key:Am, key:&quot;E minor&quot;, key:8A, or key:~Am for compatible keys.</source>
        <translation>«{value}» no es una tonalidad; escriba key:Am, key:&quot;E minor&quot;, key:8A o key:~Am para tonalidades compatibles.</translation>
    </message>
    <message>
        <source>“{value}” is not a number for {column}; write {column}:120, {column}:120-130 or {column}:&gt;120.</source>
        <translation>«{value}» no es un número para {column}; escriba {column}:120, {column}:120-130 o {column}:&gt;120.</translation>
    </message>
    <message>
        <source>“{value}” is too large.</source>
        <translation>«{value}» es demasiado grande.</translation>
    </message>
    <message>
        <source>−, or drag the gap below a lane</source>
        <translation>−, o arrastrar el hueco bajo un carril</translation>
    </message>
    <message>
        <source>−{ms} ms</source>
        <translation>−{ms} ms</translation>
    </message>
    <message>
        <source>▸ click to unfold</source>
        <translation>▸ clic para desplegar</translation>
    </message>
</context>
</TS>
