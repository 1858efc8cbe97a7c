<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko">
<context>
    <name>Actions</name>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>다시 실행</translation>
    </message>
    <message>
        <source>Undo: {edit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo: {edit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New project…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the gradients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules of the verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conventions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About GradSim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Activation</name>
    <message>
        <source>GELU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Near 1 on the right and 0 on the left, up to 1.13 between, and slightly negative below z = −0.75, where it turns the gradient&apos;s sign.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GELU (tanh form)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The slope of GELU to within a few thousandths: near 1 on the right, near 0 on the left, slightly negative below z = −0.75.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SiLU (swish)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Near 1 on the right and 0 on the left, up to 1.10 between, and slightly negative below z = −1.28, where it turns the gradient&apos;s sign.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Near 1 on the right and 0 on the left, up to 1.09 between, 0.6 at z = 0, and slightly negative below z = −1.19.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hard swish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exactly 0 left of −3, 1 right of 3 and a straight line from −½ to 1½ between: it can block, turn or stretch a gradient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Identity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Always 1: the gradient passes unchanged, and only the weights act on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Between −1 and 1 and never fading for good: large z turn the gradient&apos;s sign instead of saturating.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Softmax (last layer)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A whole matrix, because every output depends on every z; with cross-entropy it cancels down to a − y.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exactly 1 or exactly 0 (at z = 0 it is 0, as in PyTorch): a gradient passes unchanged or not at all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaky ReLU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 on the right and a small slope on the left (also at z = 0): no unit can die, but the left side passes little.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ELU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 on the right; on the left it fades exponentially, so only strongly negative units hold the gradient back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SELU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1.05 on the right and up to 1.76 just left of 0 (its value at 0 too): tuned so that activations with weights of variance 1/fan-in keep mean 0 and variance 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CELU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 on the right; on the left it fades smoothly from 1, the more slowly the larger alpha.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ReLU6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 between 0 and 6 and exactly 0 outside (here also at 0 and 6, as in PyTorch): it blocks large units as well as negative ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Softplus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sigmoid itself: near 1 for large z, ½ at z = 0 and fading to the left, a ReLU with a rounded corner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most ¼, reached at z = 0, and near 0 on both sides: every sigmoid layer shrinks the gradient at least fourfold before the weights act.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tanh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most 1, reached at z = 0: a gradient passes whole while z is small and fades as the unit saturates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Softsign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most 1, and it fades only as 1/z², far more slowly than the slope of tanh.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hard sigmoid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One sixth between −3 and 3 and exactly 0 outside (here also at ±3, as in PyTorch): a saturated unit stops the gradient altogether.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hard tanh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 between −1 and 1, where the gradient passes unchanged, and exactly 0 outside (here also at ±1, as in PyTorch).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CheckDialog</name>
    <message>
        <source>Gradient check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient check per layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every gradient of a layer is compared with a finite difference of that layer alone, in the direction of the gradient that reaches it. The error is relative.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worst error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At kinks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{checked} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running: {percent} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not checked since the last change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{checked} of {total} parameters checked, worst error {worst}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Cost</name>
    <message>
        <source>Binary cross-entropy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its denominator is exactly the slope of the sigmoid that follows, so the two cancel and a − y is left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cross-entropy (softmax)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enormous where the right class has almost no probability; the softmax that follows cancels it down to a − y.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Squared error Σ(a−y)²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Twice the error: the further the output is from its target, the stronger the pull.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half squared error ½Σ(a−y)²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The error itself: the further the output from its target, the stronger the pull.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean squared error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Twice the error, shared among the outputs: more outputs, a weaker pull on each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probe r·a</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A fixed random direction for each sample: what enters the network here does not depend on the weights.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Dataset</name>
    <message>
        <source>Gaussian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard normal inputs and targets of any width. For cross-entropy the largest of the drawn targets becomes the class; for binary cross-entropy their signs become 0 or 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>XOR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The corners (±1, ±1); the class is 1 where the two signs differ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Circles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A circle of radius 1 around one of radius 0.5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spirals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arms of one and a half turns, each a class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two half circles that reach into each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handwritten digits, 8×8 pixels, ten classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iris</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three kinds of iris by four lengths of the flower.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three growers by thirteen chemical measures of the wine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Breast cancer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Malignant (0) or benign (1) by thirty measures of the cell nuclei.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Typed samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inputs and targets written in the project, row by row.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Diagram</name>
    <message>
        <source>layer {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⋮ {units} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>underflow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input {unit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean {quantity}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer {layer}, unit {unit}: {activation}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click: go to its factor. Double-click: unroll {gradient}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight of layer {layer}: from unit {source} to unit {unit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click: unroll {gradient}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost: {cost}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click: go to its factor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inputs: {units}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer {layer}: {units} × {activation}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer {layer}: units {first} to {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>smallest a</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>largest a</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The outline reaches each of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier layers: {layers}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later layers: {layers}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click: show them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DiagramPanel</name>
    <message>
        <source>Forward pass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backward pass of {gradient}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backward pass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>batch of {samples}: means</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sample {sample} of {samples}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bar under a unit: log₁₀|∂C/∂z|, {bottom} to {top}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the whole diagram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outline of the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network diagram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unroll {gradient}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to its factor</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Differences</name>
    <message>
        <source>N = {samples}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mixed activations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output {activation}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mixed initializers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gain {gain}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mixed gains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mixed biases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bias {initializer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{inputs}–{units}–{outputs} units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mixed units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed {seed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no typed weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>typed weights ({count})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorHook</name>
    <message>
        <source>GradSim ran into an error of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your project is still open and unchanged. {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileActions</name>
    <message>
        <source>Save project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the changes to this project?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without saving they are lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GradSim projects (*.gradsim)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Could not reopen {file}: {reason} Here is the example instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not save {file}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not open {file}: {reason} The open project stays as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Next factor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back one factor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One layer on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One layer back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Step and the Gradients workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo and redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the selected layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New project, open a project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save, save under another name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the gradients against finite differences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step keys act while the diagram, the equation or the transport buttons have the focus; lists, sliders and tables keep theirs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rules are asked in this order; the first that holds is the verdict. Size is the L2 norm of the chosen gradient per layer, or its RMS where the layers differ in width. A decade is a factor of ten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overflow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number of the forward pass left the range of float64.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some size is not a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A weight matrix above a hidden layer is all zeros, so every δ below it is exactly zero; or the cost is at its minimum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A hidden layer lets nothing through, or at least {percent} % of its units have f′(z) = 0 for every sample.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Symmetric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The units of a hidden layer are copies of one another, and gradient descent can never tell them apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exploding everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every layer lies at least {decades} decades above the gradient of the cost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vanishing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first layer lies at least {decades} decades below the last one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exploding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first layer lies at least {decades} decades above the last one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vanishing everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every layer lies at least {decades} decades below the gradient of the cost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uneven</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First and last agree, but two layers lie at least {decades} decades apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Healthy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of these.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why two decades: with one learning rate the first layer then learns at less than 1 % of the last one&apos;s pace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules of the verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weight w with the indices j and k runs from unit k of the layer before to unit j. Layers and units count from 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>δ and ∂C/∂W tell different stories: ∂C/∂W is δ times the activation that came in, so one may stay flat while the other falls.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The L2 (Frobenius) norm, unless the axis says RMS, mean |·| or max |·|.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cost of a batch is the mean of the costs of its samples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At a kink the derivative follows PyTorch: ReLU′(0) = 0, hard tanh′(±1) = 0, leaky ReLU and SELU take the slope from the left at 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Magnitudes carry an exact exponent of their own, so they stay right far below what float64 can hold; marks say where a float would have become zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One seed gives one network. Every layer draws from streams of its own, and a change of scale rescales the same draws.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gradient check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Per layer, finite differences of ⟨u, layer(a)⟩ with u the direction of the gradient that arrives; every parameter up to 10,000, beyond that a sample.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conventions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GradSim {version}: a microscope for gradients.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free software under the MIT licence. It is built with:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bitstream Vera licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fonts are renamed subsets; their licences lie beside them in resources/fonts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About GradSim</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HelpDialog</name>
    <message>
        <source>GradSim help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages of the help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help page</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Hint</name>
    <message>
        <source>Press → to multiply in the next factor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This project cannot be computed: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Initializer</name>
    <message>
        <source>Zeros</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Constant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uniform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Truncated normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LeCun normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LeCun uniform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Glorot normal (Xavier)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Glorot uniform (Xavier)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>He normal (Kaiming)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>He uniform (Kaiming)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orthogonal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Identity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sparse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PyTorch default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LSUV (reads the data)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Kind</name>
    <message>
        <source>a whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true or false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>null</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainMenu</name>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear this list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>테마</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>도움말</translation>
    </message>
    <message>
        <source>Follow the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>{project}[*] – GradSim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewProjectDialog</name>
    <message>
        <source>Two inputs and one sigmoid unit: add layers to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blank network</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Note</name>
    <message>
        <source>The typed samples were cut or filled with zeros to fit the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer {layer}: typed weights went from {old} to {new}; the overlap stays, the rest is drawn.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Option</name>
    <message>
        <source>Left slope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alpha</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Std</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights per unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OutlineView</name>
    <message>
        <source>Outline of the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter on a weight or a bias unrolls its gradient; on a unit, goes to it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Preset</name>
    <message>
        <source>Scalar chain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four layers of one sigmoid unit. Every gradient is one product: the last factor of each layer is the next weight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mazur&apos;s 2–2–2 network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The best-known example worked by hand: two sigmoid layers with written weights, one sample. Compare each number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Single neuron</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One sigmoid unit with two inputs, the example of CS231n. The target makes ∂C/∂a = 1, so each gradient is a derivative of a.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A small sigmoid network of five layers. Watch the gradient shrink on its way to the input, then try ReLU and He.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ten sigmoid layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>σ′ is never above ¼: the gradient loses more than half a decade in every layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ten ReLU layers, He</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same depth with ReLU and He initialization: the gradient reaches the first layer at nearly its full size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zero initialization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All weights 0: the factor Wᵀ kills every hidden gradient, and no hidden layer ever learns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Constant initialization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All weights equal: every unit of a layer has the same gradient and stays a copy of its neighbours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exploding tanh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights six times too large: tanh saturates, and still the gradient grows in every layer going back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fifty layers × 64</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fifty tanh layers of 64 units: depth to try activations and initializations on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digits classifier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handwritten digits, softmax and cross-entropy: real data, and an output gradient of a − y.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PresetMenu</name>
    <message>
        <source>Presets</source>
        <translation>예제</translation>
    </message>
</context>
<context>
    <name>Problem</name>
    <message>
        <source>There is no display (neither DISPLAY nor WAYLAND_DISPLAY is set), so the window cannot open; measure, trace, check, presets, schema and screenshot work without one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no folder “{folder}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” is a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no activation called “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no cost called “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Binary cross-entropy needs targets from 0 to 1; sample {sample} has {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cross-entropy needs targets of at least 0; sample {sample} has {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cross-entropy needs targets that sum to 1; those of sample {sample} sum to {total}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Targets must be finite numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data have {columns} inputs; the network has {inputs}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data need at least one sample.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data have {columns} targets; the last layer has {outputs} units.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are {samples} samples but {targets} targets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LSUV in layer {layer} needs data to read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The biases of layer {layer} must be a list of {rows} numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights of layer {layer} must be {rows} rows of {columns} numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer {layer} has a number that is not finite.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no initializer called “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A network needs at least 1 input, not {inputs}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{inputs} inputs are too many; the most is {maximum}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A network needs at least one layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layers} layers are too many; the most is {maximum}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers {first} and {layer} have the same id {id}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network has {count} weights and biases; the most is {maximum}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer {layer} has {units} units; it needs at least 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer {layer} has {units} units; the most is {maximum}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer {layer} has the id {id}; it must be 0 or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Softmax can only be the last layer, not layer {layer}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” draws weights; a bias cannot use it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cost “{cost}” needs “{required}” as the last activation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{choice}&quot; has no option &quot;{option}&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{option}” must be a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{option}” must be a finite number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{option}” must be a whole number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{option}” is {value}; it must lie between {minimum} and {maximum}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” names no parameter; write w:LAYER:J:K for a weight or b:LAYER:J for a bias.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no layer {layer}; the network has layers 1 to {layers}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer {layer} has no unit {unit}; it has units 1 to {units}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer {layer} has no input {source}; it takes inputs 1 to {inputs}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no sample {sample}; the data have samples 1 to {samples}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} paths cannot be listed; ask for 1 to {maximum}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A layer&apos;s id must lie between 1 and {maximum}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no “{name}” here. There are: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This row has {count} numbers; the first has {expected}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cross-entropy over one softmax unit is always certain; two classes need 2 output units here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data have two classes: the last layer needs 2 units, or 1, and has {units}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data have {classes} classes: the last layer needs {classes} units and has {units}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data “{data}” have {inputs} inputs; that is fixed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data “{data}” have two classes: the last layer has 1 or 2 units.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data “{data}” have {classes} classes: the last layer has {classes} units.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data set “{name}” needs scikit-learn. Install it with: {command}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The brackets in this file are nested too deeply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is larger than {maximum} MB, more than is read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is UTF-16 text; a project is saved as UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is binary, not a project: a project is UTF-8 text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a GradSim project: “format” says otherwise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The version must be a whole number from 1 on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has version {version}; this GradSim reads up to {known}. A newer GradSim opens it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no row {sample} with a column {column} in the samples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The initializer “{initializer}” has no gain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer {layer} has typed numbers; redraw it before choosing how it is drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to paste.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row {row} has {count} cells; row 1 has {expected}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row {row}, column {column}: “{cell}” is no number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row {row}, column {column}: “{cell}” is no finite number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{height} × {width} cells do not fit here: from this cell on there is room for {rows} × {columns}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no number {number} here: they go from 1 to {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no sample {sample}: they go from 1 to {samples}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” is not an ordinary file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file “{file}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no permission to read “{file}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” cannot be read: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no permission to save “{file}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” cannot be saved: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” is read-only; save the project under another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{samples} samples through {units} units make {values} activations; at most {maximum} are held. Take fewer samples or smaller layers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data have {samples} samples; they need from 1 to {maximum}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No layer has the id {id}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two layers carry the id {id}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no preset “{name}”. The presets are: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{field}” is missing here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{field}” is not known here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here stands {found}; it must be {expected}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot stand here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This number is beyond the range of floating point.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file ends in the middle: part of it is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not JSON: line {line}, column {column} is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The title has {length} characters; at most {maximum} are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The seed must lie between 0 and {maximum}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are {entries} entries for {layers} layers; each layer has one, null where it is drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights are {rows} × {columns}; this layer needs {units} × {inputs} (its units × its inputs).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are {count} biases; this layer has {units} units.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number must be finite: NaN and infinity are not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no data set “{name}”. The data sets are: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the data set “inline” has rows; “{name}” makes its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are {targets} rows of targets for {inputs} rows of inputs; each sample has one of both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Typed samples need at least one row here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data “{data}” have {inputs} inputs; the network takes {taken}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cross-entropy over one softmax unit is always certain; it needs 2 units or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This row has {count} numbers; the network has {width} of them ({what}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture “{file}” could not be written.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Quantity</name>
    <message>
        <source>What a training step would change the weights of the layer by.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a training step would change the biases of the layer by.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>δ = ∂C/∂z, the gradient that travels back through the layers. It can fall while ∂C/∂W stays level, because ∂C/∂W also holds the activations of the layer before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gradient that reaches the layer, before its activation acts on it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RibbonView</name>
    <message>
        <source>Depth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gradient of every layer. Choose the layer that the diagram shows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‖∂C/∂z‖ of every layer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScopeControl</name>
    <message>
        <source>of {samples}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>샘플</translation>
    </message>
    <message>
        <source>Show one sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>배치</translation>
    </message>
    <message>
        <source>Show the mean over the batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every number in the window is of this sample, or the mean over the batch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of the sample</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Statistic</name>
    <message>
        <source>L2 norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RMS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RMS {symbol}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean |·|</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean |{symbol}|</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>max |·|</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>max |{symbol}|</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>float64 · seed {seed} · {parameters} parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>computing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gradient check: {percent} % · cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gradient check: failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gradient check: not checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gradient check: checked {checked} of {total} · worst {worst}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gradient check: wrong · checked {checked} of {total} · worst {worst}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · at kinks: {kinks}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare every gradient with finite differences (Ctrl+K); click for the layers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message>
        <source>A path belongs to one sample. Choose a sample to unroll a parameter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step is gone with the edit: back at the start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer of this step is gone: now at layer {layer}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The parameter is gone with the edit: now {parameter}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The path is no longer among the strongest: now path 1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu (F10)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{workspace} ({keys})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>예제</translation>
    </message>
    <message>
        <source>Presets: built-in projects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>테마</translation>
    </message>
    <message>
        <source>Theme: follow the system, light or dark</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Undo</name>
    <message>
        <source>Swap with run {letter}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>Healthy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uneven</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vanishing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exploding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Symmetric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dead units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exactly zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overflow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{quantity} differs by {spread:.1f} decades between the layers, less than 2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One layer alone: there is nothing to compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{quantity} of layer {worst} lies {worst_decades:+.1f} decades from the middle of the layers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{quantity} of layer {first} is {decades:.1f} decades smaller than of layer {last}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{quantity} of layer {first} is {times:,.0f} times smaller than of layer {last}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{quantity} of every layer is {distance:.1f} decades or more smaller than the gradient that the cost sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer {worst}: {quantity} is not 0, but too small for floating point to hold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{quantity} of layer {first} is {decades:.1f} decades larger than of layer {last}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{quantity} of layer {first} is {times:,.0f} times larger than of layer {last}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{quantity} of every layer is {distance:.1f} decades or more larger than the gradient that the cost sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden layers {first} to {last}: all units of a layer are equal and receive equal gradients, so no step can tell them apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden layer {first}: all units are equal and receive equal gradients, so no step can tell them apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer {worst}: f′(z) is 0 for every sample in {dead_percent:.0f} % of the units.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer {worst} lets no gradient through: every ∂C/∂z there is exactly 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every weight of layer {worst} is 0, so every ∂C/∂z below it is exactly 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>∂C/∂a of the last layer is exactly 0: the cost has nothing left to correct.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer {worst}: the forward pass left the range of floating point.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cost left the range of floating point.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer {worst}: {quantity} is not a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of this, activations: {activation:+.1f} decades, weights: {weights:+.1f}, other: {other:+.1f}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
