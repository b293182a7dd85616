import { Box3, type Matrix4, Mesh, Scene, ShaderMaterial, Vector3, Vector4 } from 'three';
import type { GroundSurface } from '../../core/city/city-manifest.ts';
import type { Projection } from '../../core/crs/projection.ts';
import { groundHeightAt } from './ground-heights.ts';
import { heightFragmentShader, heightVertexShader } from './height-shading.ts';
import { localAffine } from './local-affine.ts';

function groundUniforms(box: Box3, origin: readonly [number, number], projection: Projection, ground: GroundSurface) {
  const at = (x: number, y: number) => {
    const [lon, lat] = projection.toLonLat(x + origin[0], y + origin[1]);
    return groundHeightAt(ground, lon, lat);
  };
  const { min, max } = box;
  return {
    groundBox: { value: new Vector4(min.x, min.y, max.x, max.y) },
    groundCorners: {
      value: new Vector4(at(min.x, min.y), at(max.x, min.y), at(min.x, max.y), at(max.x, max.y)),
    },
  };
}

function placeMesh(
  source: Mesh,
  origin: readonly [number, number],
  projection: Projection,
  ground: GroundSurface,
): Mesh {
  source.geometry.computeBoundingBox();
  const box = source.geometry.boundingBox ?? new Box3();
  const centre = box.getCenter(new Vector3()).applyMatrix4(source.matrixWorld);
  const matrix: Matrix4 = localAffine(centre, projection, origin).multiply(source.matrixWorld);
  const material = new ShaderMaterial({
    vertexShader: heightVertexShader,
    fragmentShader: heightFragmentShader,
    uniforms: groundUniforms(box.clone().applyMatrix4(matrix), origin, projection, ground),
    side: 2,
  });
  const mesh = new Mesh(source.geometry, material);
  mesh.matrixAutoUpdate = false;
  mesh.matrix.copy(matrix);
  mesh.frustumCulled = false;
  return mesh;
}

/** Places loaded tiles in the plane of the project CRS, relative to an origin, drawn by height above ground. */
export function buildCityScene(
  meshes: readonly Mesh[],
  origin: readonly [number, number],
  projection: Projection,
  ground: GroundSurface,
): Scene {
  const scene = new Scene();
  for (const mesh of meshes) scene.add(placeMesh(mesh, origin, projection, ground));
  scene.updateMatrixWorld(true);
  return scene;
}
